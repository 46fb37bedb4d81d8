using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;
using Experiments.Discovery;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>A tree of questions as an outline: each answer a row below its question, each leaf with its share of losses.</summary>
internal static class BoxTreeChart
{
    internal const string Id = "box-tree";

    private const string Name = "The same question as a tree";

    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) => DiscoveryInquiry.Of(context.Results).Select(inquiry => Draw(context, inquiry));

    private static ChartEntry Draw(SweepChartContext context, DiscoveryInquiry inquiry)
    {
        string id = inquiry.Key(Id);
        if (inquiry.Result is not { Tree: { Leaves: > 1 } tree })
        {
            return new OmittedChart(id, $"{Name} against {inquiry.RivalSaid}", inquiry.Result is null ? "one verdict is too rare" : "no question is borne out on beliefs the tree does not know");
        }

        (IReadOnlyList<string> Path, TreeNode Leaf)[] leaves = [.. TreeWords.Leaves(tree, inquiry.Words)];
        return context.Draw(
            id,
            context.Answer.Title(inquiry.Key(DiscoveryFinding.TreeId), Name),
            $"Read from the top: each indented row is an answer to the question above it. Bars: the share of sampled beliefs in which {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid}; beside them the number of beliefs. Coloured bars end a branch: orange where it loses more often than over all beliefs, blue where less often. The tree was cut back to what holds on beliefs it does not know, but the shares are those of the beliefs it was grown on, so that the ends look somewhat more extreme than they are: they have no interval, and the shares in the title are those of left-out beliefs.",
            "CART, Gini splits, one-standard-error pruning by tenfold cross-validation; shares on the beliefs it was grown on",
            string.Join("; ", leaves.Select(leaf => $"{Wording.List(leaf.Path)}: {Wording.Percent(leaf.Leaf.Share)} of {Wording.Number(leaf.Leaf.Points)}")) + ".",
            format => Draw(inquiry, tree, format),
            new TidyTable(
                ["leaf", "points", "losses", "share"],
                [.. leaves.Select(leaf => (IReadOnlyList<string>)[string.Join(" and ", leaf.Path), TidyTable.Cell(leaf.Leaf.Points), TidyTable.Cell(leaf.Leaf.Cases), TidyTable.Cell(leaf.Leaf.Share)])]));
    }

    private static Figure Draw(DiscoveryInquiry inquiry, TreeNode whole, Format format)
    {
        Margin margin = format.Around(8, 12, 26, 44);
        double width = format.Width - margin.L - margin.R;
        double room = width * format.Choose(0.6, 0.56), indent = format.Scaled(format.Choose(24, 10));
        double height = format.Plot(0, margin);
        (TreeNode tree, Row[] rows) = Fitting(inquiry, whole, format, room, indent, height);
        int lines = rows.Max(row => row.Lines);
        height = format.Plot(rows.Length * Math.Max(format.Choose(32, 36), (lines * format.LineHeight) + 6), margin);
        var texts = new List<Annotation>();
        var shapes = new List<Shape>();
        for (int place = 0; place < rows.Length; place++)
        {
            Row row = rows[place];
            texts.Add(new Annotation { Text = row.Node.Split is null ? row.Text : $"<b>{row.Text}</b>", X = row.Depth * indent, Y = place, Xref = "x2", Yref = "y", Yanchor = "middle", Font = format.Font });
            if (row.Parent >= 0)
            {
                double trunk = (row.Depth - 0.55) * indent;
                shapes.Add(Branch(trunk, trunk, row.Parent + 0.32, place));
                shapes.Add(Branch(trunk, (row.Depth - 0.12) * indent, place, place));
            }

            double share = row.Node.Share;
            texts.Add(new Annotation
            {
                Text = $"{Wording.Percent(share)}{format.Choose($" of {Wording.Number(row.Node.Points)}", "")}",
                X = share * 100,
                Y = place,
                Xref = "x",
                Yref = "y",
                Xshift = 6,
                Yanchor = "middle",
                Font = format.Small,
            });
        }

        Row[] leaves = [.. rows.Where(row => row.Node.Split is null)], inner = [.. rows.Where(row => row.Node.Split is not null)];
        double middle = whole.Share;
        return new Figure(
            [
                Bars("on the way", inner, rows, _ => Palette.Neutral),
                Bars("leaves", leaves, rows, row => row.Node.Share > middle ? Palette.Bad : Palette.Good),
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Domain = [(room + format.Scaled(8)) / width, 1], Range = [0, format.Choose(135, 150)], Tickvals = format.Choose<double[]>([0, 25, 50, 75, 100], [0, 50, 100]), Ticktext = format.Choose<string[]>(["0%", "25%", "50%", "75%", "100%"], ["0%", "50%", "100%"]), Title = new AxisTitle(format.Choose("beliefs in which it loses", "it loses"), 6) },
                    ["xaxis2"] = new Axis { Domain = [0, room / width], Range = [0, room], Anchor = "y", Showgrid = false, Showticklabels = false },
                    ["yaxis"] = new Axis { Range = [rows.Length - 0.5, -0.5], Showgrid = false, Showticklabels = false },
                },
                Annotations = [.. texts, .. format.Remark(tree.Leaves < whole.Leaves ? $"Cut back to {Wording.Number(tree.Leaves)} of {Wording.Number(whole.Leaves)} leaves; all are in the report." : "", margin)],
                Shapes = shapes,
                Barmode = "overlay",
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }

    // In a picture the tree is cut back, weakest question first, until its rows can be read.
    private static (TreeNode Tree, Row[] Rows) Fitting(DiscoveryInquiry inquiry, TreeNode whole, Format format, double room, double indent, double height)
    {
        (TreeNode Tree, Row[] Rows) fitting = (whole, []);
        foreach (double price in CostComplexity.Path(whole))
        {
            TreeNode tree = CostComplexity.Pruned(whole, price);
            if (tree.Leaves > 1)
            {
                fitting = (tree, [.. Rows(tree, inquiry, format, room, indent)]);
                if (fitting.Rows.Length <= format.MostRows(height, fitting.Rows.Max(row => row.Lines) * 1.1))
                {
                    break;
                }
            }
        }

        return fitting;
    }

    private static List<Row> Rows(TreeNode tree, DiscoveryInquiry inquiry, Format format, double room, double indent)
    {
        var rows = new List<Row>();
        void Add(TreeNode node, string text, int depth, int parent)
        {
            double left = room - (depth * indent);
            rows.Add(new Row(node, format.Wrapped(text, Math.Max(12, (int)(left / ((node.Split is null ? 0.56 : 0.64) * format.FontSize))), left), depth, parent));
            int own = rows.Count - 1;
            if (node.Split is { } split)
            {
                Add(node.First!, TreeWords.Branch(split, true, inquiry.Words), depth + 1, own);
                Add(node.Second!, TreeWords.Branch(split, false, inquiry.Words), depth + 1, own);
            }
        }

        Add(tree, "all sampled beliefs", 0, -1);
        return rows;
    }

    private static BarTrace Bars(string name, Row[] own, Row[] all, Func<Row, string> colour) => new()
    {
        Name = name,
        X = [.. own.Select(row => row.Node.Share * 100)],
        Y = [.. own.Select(row => (double)Array.IndexOf(all, row))],
        Width = 0.5,
        Marker = new Marker { Color = own.Select(colour).ToArray() },
        Text = [.. own.Select(row => $"{Wording.Percent(row.Node.Share)} of {Wording.Number(row.Node.Points)}")],
        Textposition = "none",
        Hovertemplate = "%{text}<extra></extra>",
    };

    private static Shape Branch(double fromX, double toX, double fromY, double toY) =>
        new() { Type = "line", Xref = "x2", X0 = fromX, X1 = toX, Y0 = fromY, Y1 = toY, Line = new Line { Color = Palette.Axis, Width = 1.5 } };

    private sealed record Row(TreeNode Node, string Text, int Depth, int Parent)
    {
        internal int Lines => Text.Split("<br>").Length;
    }
}
