using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>A chart.</summary>
/// <param name="Id">Name of its file and anchor.</param>
/// <param name="Title">What it shows: a finding, computed.</param>
/// <param name="Reading">How to read it, in a sentence or two.</param>
/// <param name="Provenance">What it rests on.</param>
/// <param name="AltText">What a reader who cannot see it needs to know.</param>
/// <param name="Draw">Draws it in a format.</param>
internal sealed record Chart(string Id, string Title, string Reading, Provenance Provenance, string AltText, Func<Format, Figure> Draw) : ChartEntry(Id)
{
    /// <summary>For a page.</summary>
    public Figure Wide { get; } = Draw(Format.Wide);

    /// <summary>For a phone.</summary>
    public Figure Narrow { get; } = Draw(Format.Narrow);

    /// <summary>Replicates, interval method, seed and hash, in a line.</summary>
    internal string Caption => Provenance.Caption;

    /// <summary>What is drawn, as a table.</summary>
    internal TidyTable Data => Table ?? FigureTable.Of(Wide);

    /// <summary>What is drawn, as a table; null means that it is read off the figure.</summary>
    public TidyTable? Table { get; init; }

    /// <summary>Room for title and caption above the data, pixels.</summary>
    private const double TitleRoom = 76;

    /// <summary>The figure as a file of its own: with the title and the caption that a report shows around it.</summary>
    internal Figure Standalone()
    {
        Layout layout = Wide.Layout;
        return Wide with
        {
            Layout = layout with
            {
                Title = new FigureTitle(Title, Caption),
                Height = layout.Height + TitleRoom,
                Margin = layout.Margin with { T = layout.Margin.T + TitleRoom },
            },
        };
    }
}
