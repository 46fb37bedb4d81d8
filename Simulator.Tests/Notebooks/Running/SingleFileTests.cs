using System.CommandLine;
using Experiments.Notebooks;
using Experiments.Notebooks.Running;

namespace Simulator.Tests.Notebooks.Running;

public sealed class SingleFileTests
{
    [Theory]
    [InlineData("notebook run some.ipynb")]
    [InlineData("notebook kernel install")]
    [InlineData("notebook kernel list")]
    [InlineData("notebook engine")]
    public void Each_verb_says_why_and_what_to_do_instead(string words)
    {
        var published = new RootCommand { NotebookCommand.Create(library: null) };
        var built = new RootCommand { NotebookCommand.Create(LibraryFile.Own) };

        Assert.Contains("Run notebooks from the source: dotnet run", Assert.Single(published.Parse(words).Errors).Message, StringComparison.Ordinal);
        Assert.Empty(built.Parse(words).Errors);
    }
}
