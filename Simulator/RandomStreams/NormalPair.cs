namespace Simulator.RandomStreams;

/// <summary>Two independent standard normal numbers from two words (Box and Muller 1958, doi:10.1214/aoms/1177706645).</summary>
internal static class NormalPair
{
    internal static (double First, double Second) Of(uint word0, uint word1)
    {
        double radius = Math.Sqrt(-2 * Math.Log(RandomBlock.Uniform(word0)));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * RandomBlock.Uniform(word1));
        return (radius * cosine, radius * sine);
    }
}
