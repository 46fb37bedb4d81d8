namespace Simulator.People;

/// <summary>Where a person stands towards the sender.</summary>
internal enum Status : byte
{
    Following,
    Unfollowed,
    Blocked,
    Drifted,
}
