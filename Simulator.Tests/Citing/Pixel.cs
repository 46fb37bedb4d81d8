namespace Simulator.Tests.Citing;

/// <summary>The smallest picture there is.</summary>
internal static class Pixel
{
    /// <summary>One grey pixel as a PNG file.</summary>
    internal static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
}
