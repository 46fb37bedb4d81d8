using Experiments.Notebooks.Cells;

namespace Simulator.Tests.Notebooks.Cells;

public sealed class CellChecksTests : IDisposable
{
    private const string Check = "global::Experiments.Notebooks.Cells.CellStop.Check();";

    private readonly ShownCells _cells = new();

    public void Dispose() => _cells.Dispose();

    // @ stands for the check.
    [Theory]
    [InlineData("while (true) ;", "while (true) {@;}")]
    [InlineData("while (true) { int x = 1; }", "while (true) {@ int x = 1; }")]
    [InlineData("for (;;)\n    foreach (int i in new int[0])\n        i.ToString(); // so", "for (;;)\n    {@foreach (int i in new int[0])\n        {@i.ToString();}} // so")]
    [InlineData("do if (true) ; else ; while (false);", "do {@if (true) ; else ;} while (false);")]
    [InlineData("Action a = () => Console.Write(1);", "Action a = () => {@Console.Write(1);};")]
    [InlineData("Func<int, Func<int, int>> f = x => y => x + y;", "Func<int, Func<int, int>> f = x => {@return y => {@return x + y;};};")]
    [InlineData("Func<Task> f = async () => await Task.Yield();", "Func<Task> f = async () => {@await Task.Yield();};")]
    [InlineData("Func<Task<int>> f = async () => await Task.FromResult(1);", "Func<Task<int>> f = async () => {@return await Task.FromResult(1);};")]
    [InlineData("Action a = delegate { };", "Action a = delegate {@ };")]
    [InlineData("Func<int> f = () => throw new Exception();", "Func<int> f = () => throw new Exception();")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1;", "System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1;")]
    [InlineData("int F(int x) => x + 1;", "int F(int x) => x + 1;")]
    public void Every_loop_and_lambda_has_one_and_no_line_moves(string code, string expected) =>
        Assert.Equal(expected.Replace("@", Check, StringComparison.Ordinal), CellChecks.In(_cells.Session.Compile(code)));

    [Theory]
    [InlineData("Enumerable.Range(0, 3).Select(i => new { i, Twice = 2 * i }).Where(row => row.Twice > 0).Sum(row => row.Twice)", "6")]
    [InlineData("var tasks = new[] { Task.Run(() => 1), Task.Run(async () => await Task.FromResult(2)) };\n(await Task.WhenAll(tasks)).Sum()", "3")]
    [InlineData("new[] { 1, 2, 3 }.AsQueryable().Where(x => x > 1).Count()", "2")]
    [InlineData("var lines = new List<string>(); new[] { 1, 2 }.ToList().ForEach(x => lines.Add($\"{x}\")); string.Join(\",\", lines)", "1,2")]
    [InlineData("Func<int, int> faculty = null; faculty = n => n < 2 ? 1 : n * faculty(n - 1);\nfaculty(5)", "120")]
    [InlineData("class Sum { public int Of(IEnumerable<int> all) { int sum = 0; foreach (int one in all) sum += one; return sum; } }\nnew Sum().Of(new[] { 1, 2 })", "3")]
    public void The_cell_means_what_it_meant(string code, string expected) => Assert.Equal(expected, _cells.Text(code));
}
