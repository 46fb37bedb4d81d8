namespace Simulator.RandomStreams;

/// <summary>Random blocks of many people, word by word.</summary>
internal readonly struct BlockColumns(int capacity)
{
    internal readonly uint[] Word0 = new uint[capacity];
    internal readonly uint[] Word1 = new uint[capacity];
    internal readonly uint[] Word2 = new uint[capacity];
    internal readonly uint[] Word3 = new uint[capacity];
}
