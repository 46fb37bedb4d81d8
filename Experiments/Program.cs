using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.Policies;

var book = new Message { Name = "book", Promotion = 0.9, Personalization = 0.1, Value = 0.1, Copies = 3, Offer = true };
var sched = args.Length > 0 && args[0] == "weekly" ? Schedule.Cadence(book, 7, 52, 3, 5) : Schedule.OneBlast(book, 3);
int n = 200;
var sum = new double[40]; var sq = new double[40]; var cnt = new int[40];
var sw = System.Diagnostics.Stopwatch.StartNew();
for (int r = 0; r < n; r++)
{
    Outcome o = Simulation.Run(new Scenario(), sched, 1, r);
    foreach (MetricInfo m in MetricInfo.All)
    {
        if (o[m.Metric] is { } v) { sum[(int)m.Metric] += v; sq[(int)m.Metric] += v * v; cnt[(int)m.Metric]++; }
    }
}
Console.WriteLine($"ms per run+twin {sw.Elapsed.TotalMilliseconds / n:0.0}");
foreach (MetricInfo m in MetricInfo.All)
{
    int i = (int)m.Metric; double mean = sum[i] / cnt[i]; Console.WriteLine($"{m.Name,-24}{mean,14:0.####} sd {Math.Sqrt(Math.Max(0, (sq[i] / cnt[i]) - (mean * mean))),10:0.###} n {cnt[i]}");
}
