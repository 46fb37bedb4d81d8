using System.Text.Json.Nodes;
using Experiments.Images;

namespace Simulator.Tests.Images;

public sealed class FigureScaleTests
{
    [Fact]
    public void Strokes_and_marks_keep_their_proportion_to_text_and_all_text_has_one_size()
    {
        const string Figure = """
            {"data":[{"marker":{"size":[4,6],"line":{"width":1}},"line":{"width":2.5},"width":0.6,"x":[1,2],"error_x":{"array":[3],"thickness":2,"width":5},"textfont":{"size":12}}],
             "layout":{"xaxis":{"range":[0,10],"title":{"standoff":8,"font":{"size":13}},"ticklabelstandoff":6},"yaxis":{},"annotations":[{"x":3,"xshift":4,"font":{"size":40}}],"font":{"size":14}}}
            """;
        const string Expected = """
            {"data":[{"marker":{"size":[8,12],"line":{"width":2}},"line":{"width":5},"width":0.6,"x":[1,2],"error_x":{"array":[3],"thickness":4,"width":10},"textfont":{"size":28}}],
             "layout":{"xaxis":{"range":[0,10],"title":{"standoff":16,"font":{"size":28}},"ticklabelstandoff":12,"gridwidth":2,"zerolinewidth":2},
              "yaxis":{"ticklabelstandoff":8,"gridwidth":2,"zerolinewidth":2},"annotations":[{"x":3,"xshift":8,"font":{"size":28}}],"font":{"size":28}}}
            """;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), JsonNode.Parse(FigureScale.Scale(JsonNode.Parse(Figure)!, 2, 28).ToJsonString())));
    }
}
