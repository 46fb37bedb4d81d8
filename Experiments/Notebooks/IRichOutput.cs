namespace Experiments.Notebooks;

/// <summary>A value that shows itself in a notebook, in as many forms as it has: the notebook takes the richest that it can draw.</summary>
public interface IRichOutput
{
    /// <summary>The forms: MIME type → text, or an object that is JSON for <c>application/…+json</c>. There should be a <c>text/plain</c> among them.</summary>
    IReadOnlyDictionary<string, object> ToMimeBundle();
}
