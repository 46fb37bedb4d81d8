using System.Text.Json.Serialization;

namespace Experiments.Cluster;

/// <summary>Where a task stands by its own words; one that was killed has none left to say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskState>))]
internal enum TaskState
{
    /// <summary>It works.</summary>
    Working,

    /// <summary>It found no shard any more that nobody had taken.</summary>
    Done,

    /// <summary>It was asked to end, and put away what it had.</summary>
    Stopped,

    /// <summary>It could not go on.</summary>
    Failed,
}
