using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Experiments.Store;

namespace Experiments.Deck.Layouts;

/// <summary>A presentation whose theme, master and layouts a deck takes over.</summary>
internal static class DeckTemplate
{
    private const string Extension = ".pptx";

    /// <summary>Reads a template.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>A copy of it in memory, which can be written to.</returns>
    /// <exception cref="RefusedException">It is no presentation.</exception>
    internal static MemoryStream Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException(Directory.Exists(path)
                ? $"{path} is a folder. Name the .pptx file that is the template."
                : $"There is no file {path}. Name the .pptx file that is the template.");
        }

        string extension = Path.GetExtension(path);
        if (!extension.Equals(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(extension.Equals(".potx", StringComparison.OrdinalIgnoreCase) || extension.Equals(".pptm", StringComparison.OrdinalIgnoreCase) || extension.Equals(".ppt", StringComparison.OrdinalIgnoreCase)
                ? $"{path} is not a .pptx. Open it in PowerPoint, save it as a PowerPoint presentation (.pptx), and give that."
                : $"{path} is no PowerPoint file. A template is a presentation saved as .pptx.");
        }

        var stream = new MemoryStream();
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            file.CopyTo(stream);
        }

        stream.Position = 0;
        Check(path, stream);
        stream.Position = 0;
        return stream;
    }

    private static void Check(string path, MemoryStream stream)
    {
        try
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.GetEntry("[Content_Types].xml") is null)
                {
                    throw new RefusedException($"{path} is a zip file, but no presentation. A template is a presentation saved as .pptx.");
                }
            }

            stream.Position = 0;
            using var document = PresentationDocument.Open(stream, isEditable: false);
            if (document.DocumentType != PresentationDocumentType.Presentation)
            {
                throw new RefusedException($"{path} is named .pptx but is another kind of file ({document.DocumentType}). Open it in PowerPoint, save it as a PowerPoint presentation (.pptx), and give that.");
            }
        }
        catch (Exception error) when (error is InvalidDataException or FileFormatException or OpenXmlPackageException or System.Xml.XmlException or ArgumentException)
        {
            throw new RefusedException($"{path} cannot be read as a presentation ({error.Message.TrimEnd('.')}). It may be damaged or protected by a password: open it in PowerPoint and save it as .pptx again.", error);
        }
    }
}
