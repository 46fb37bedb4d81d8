using System.Diagnostics;
using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;
using Experiments.Notebooks.Kernel;

namespace Simulator.Tests.Notebooks.Kernel;

public sealed class EngineProcessTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Fact]
    public void Whatever_a_cell_does_it_is_stopped_in_time_and_the_others_go_on()
    {
        using var engine = EngineProcess.Start(AppContext.BaseDirectory);
        Assert.Null(Run(engine, "int kept = 7; int n = 0;", Long).Error);
        string[] endless =
        [
            "while (true) ;",
            "while (true) n++;",
            "while (true) Console.Write(\"x\");",
            "while (true) display(n);",
            "Thread.Sleep(-1);",
            "await Task.Delay(-1);",
            "while (true) { try { while (true) n++; } catch (Exception) { } }",
            "while (true) lock (Console.Out) { Console.WriteLine(n++); }",
            "var gate = new object(); while (true) { try { n++; } finally { lock (gate) n++; } }",
            "Enumerable.Range(0, int.MaxValue).Sum(i => (long)Math.Sqrt(i) * (n = i) % 7)",
            "do n++; while (true);",
            "again: n++; goto again;",
            "for (;;) foreach (int i in new[] { 1, 2 }) if (i > 0) n += i; else n--; // for ever",
            "Parallel.For(0, 8, _ => { while (true) n++; });",
            "await Task.Run(() => { while (true) n++; });",
            "IEnumerable<int> Ones() { while (true) yield return 1; }\nOnes().Sum(one => 0 * one)",
            "new System.Threading.ManualResetEvent(false).WaitOne();",
            "int Deep(int i) => i == 0 ? 0 : Deep(i - 1) + 1;\nwhile (true) Deep(1000);",
        ];

        foreach (string cell in endless)
        {
            var watch = Stopwatch.StartNew();
            CellError? error = Run(engine, cell, Short).Error;
            Assert.Equal((CellError.Interrupted, cell), (error?.Name, cell));
            Assert.InRange(watch.Elapsed, Short, TimeSpan.FromSeconds(30));

            // The same engine: it was not killed.
            Assert.Equal("kept 7", Run(engine, "Console.Write($\"kept {kept}\");", Long).Text);
        }
    }

    [Fact]
    public void Even_a_library_that_does_not_return_is_ended()
    {
        using var engine = EngineProcess.Start(AppContext.BaseDirectory);
        var watch = Stopwatch.StartNew();
        CellError? error = Run(engine, "System.Numerics.BigInteger.Pow(3, 100_000_000).IsEven", Short).Error;
        Assert.Equal(CellError.Interrupted, error?.Name);
        Assert.InRange(watch.Elapsed, Short, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_cell_that_ends_the_process_is_told_so()
    {
        using var engine = EngineProcess.Start(AppContext.BaseDirectory);
        CellError? error = Run(engine, "int Down(int i) => Down(i + 1) + 1;\nDown(0)", Long).Error;
        Assert.Equal(CellError.EngineEnded, error?.Name);
        Assert.Contains("endless recursion", error!.Message);
        Assert.Contains("Stack overflow.", error.Lines);
    }

    [Fact]
    public void What_a_cell_writes_past_the_console_is_shown_all_the_same()
    {
        using var engine = EngineProcess.Start(AppContext.BaseDirectory);
        (string text, CellError? error) = Run(
            engine, "using (var raw = Console.OpenStandardOutput()) raw.Write(Encoding.UTF8.GetBytes(\"raw\\n\"));\nConsole.In.ReadToEnd().Length + 1", Long);
        Assert.Null(error);
        Assert.Equal("raw\n1", text);
    }

    [Fact]
    public async Task The_engine_ends_when_its_asker_does_even_in_an_endless_loop()
    {
        IReadOnlyList<string> words = EngineProgram.Words();
        using Process process = Process.Start(new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteLineAsync(new EngineRequest(1, EngineRequest.Execute, "Console.WriteLine(1); while (true) ;", 1).ToLine());
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Contains("stream", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        process.StandardInput.Close();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
    }

    private static (string Text, CellError? Error) Run(EngineProcess engine, string code, TimeSpan timeout)
    {
        var outputs = new List<JsonObject>();
        CellError? error = engine.Execute(code, 1, outputs.Add, timeout, CancellationToken.None);
        return (string.Concat(outputs.Select(output => (string?)output["text"] ?? (string?)output["data"]?["text/plain"])), error);
    }
}
