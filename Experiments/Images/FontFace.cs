using Experiments.Charts;

namespace Experiments.Images;

/// <summary>The font of pictures as a style sheet that needs no file beside it.</summary>
internal static class FontFace
{
    /// <summary>Rules for both weights.</summary>
    internal static string Css { get; } = Rule("400", 400) + Rule($"{PictureFont.Bold - 100} 900", PictureFont.Bold);

    private static string Rule(string weights, int file)
    {
        using Stream stream = typeof(FontFace).Assembly.GetManifestResourceStream($"Images.Roboto-{file}.woff2")
            ?? throw new InvalidOperationException($"The font of weight {file} is missing.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return $"@font-face{{font-family:Roboto;font-weight:{weights};src:url(data:font/woff2;base64,{Convert.ToBase64String(bytes.ToArray())}) format('woff2')}}";
    }
}
