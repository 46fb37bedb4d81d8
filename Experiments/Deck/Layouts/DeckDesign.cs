using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Experiments.Analysis;
using Experiments.Store;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>A presentation without slides: theme, master and layouts, into which slides are put.</summary>
internal sealed class DeckDesign
{
    /// <summary>Share of the most room that counts as as much. Chosen.</summary>
    private const double AsMuch = 0.85;

    private DeckDesign(PresentationPart part, Box slide, DesignLayout title, DesignLayout content, DesignLayout titleOnly, DesignLayout section, DesignLayout? twoContents) =>
        (Part, Slide, Title, Content, TitleOnly, Section, TwoContents) = (part, slide, title, content, titleOnly, section, twoContents);

    /// <summary>The presentation.</summary>
    internal PresentationPart Part { get; }

    /// <summary>Size of a slide.</summary>
    internal Box Slide { get; }

    /// <summary>Layout of the first slide.</summary>
    internal DesignLayout Title { get; }

    /// <summary>Layout of a headline with text.</summary>
    internal DesignLayout Content { get; }

    /// <summary>Layout of a headline alone; where there is none, that of a headline with text.</summary>
    internal DesignLayout TitleOnly { get; }

    /// <summary>Layout of the slide before each experiment; where there is none, that of the first slide.</summary>
    internal DesignLayout Section { get; }

    /// <summary>Layout of a headline with two places for content side by side; null where there is none.</summary>
    internal DesignLayout? TwoContents { get; }

    /// <summary>Reads the layouts of an open presentation and removes its slides.</summary>
    /// <param name="document">The presentation.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="RefusedException">It lacks a layout.</exception>
    internal static DeckDesign Of(PresentationDocument document, string name)
    {
        if (document.PresentationPart is not { } part || Read(part) is not { } root || root.Name != P + "presentation")
        {
            throw new RefusedException($"{name} holds no presentation. Give a presentation that PowerPoint saved as .pptx.");
        }

        IReadOnlyList<DesignLayout> layouts = Layouts(part, root);
        DesignLayout title = Required(layouts, name, ["title"], ["Title Slide", "Titelfolie", "Diapositive de titre"], layout => layout is { Title: not null, Subtitle: not null }, "a title and a subtitle (“Title Slide”)");
        DesignLayout content = Required(layouts, name, ["obj", "tx"], ["Title and Content", "Title, Content"], layout => layout is { Title.Type: "title", Body: not null }, "a title and a text (“Title and Content”)");
        DesignLayout titleOnly = Find(layouts, ["titleOnly"], ["Title Only"], layout => layout is { Title.Type: "title", Body: null, Subtitle: null }) ?? content;
        DesignLayout section = Find(layouts, ["secHead"], ["Section Header"], _ => false) ?? title;
        RemoveSlides(part, root);
        XElement size = root.Element(P + "sldSz") ?? throw new RefusedException($"{name} does not say how large its slides are. Save it again with PowerPoint.");
        return new DeckDesign(part, new Box(0, 0, Points((long)size.Attribute("cx")!), Points((long)size.Attribute("cy")!)), title, content, titleOnly, section, layouts.FirstOrDefault(AreSideBySide));
    }

    private static bool AreSideBySide(DesignLayout layout) =>
        layout is { Title.Type: "title", Contents: [var left, var right] } && left.Box.Right <= right.Box.X + 1 && Math.Abs(left.Box.Y - right.Box.Y) < left.Box.Height / 4;

    // Of several that fit equally well the first, unless another one has clearly more room for content.
    private static DesignLayout? Roomiest(IEnumerable<DesignLayout> layouts)
    {
        DesignLayout[] all = [.. layouts];
        double most = all.Select(Room).DefaultIfEmpty().Max();
        return all.FirstOrDefault(layout => Room(layout) >= AsMuch * most);
    }

    private static double Room(DesignLayout layout) => layout.Body is { Box: var box } ? box.Width * box.Height : 0;

    private static List<DesignLayout> Layouts(PresentationPart part, XElement root) =>
    [
        .. (root.Element(P + "sldMasterIdLst")?.Elements() ?? [])
            .Select(master => part.GetPartById((string)master.Attribute(R + "id")!)).OfType<SlideMasterPart>()
            .SelectMany(master => (Read(master).Element(P + "sldLayoutIdLst")?.Elements() ?? []).Select(layout => master.GetPartById((string)layout.Attribute(R + "id")!)).OfType<SlideLayoutPart>())
            .Select(layout => new DesignLayout(layout)),
    ];

    private static DesignLayout Required(IReadOnlyList<DesignLayout> layouts, string name, string[] types, string[] names, Func<DesignLayout, bool> fits, string wanted)
    {
        if (Find(layouts, types, names, fits) is { } found)
        {
            return found;
        }

        string[] there = [.. layouts.Select(layout => layout.Name).Where(layout => layout.Length > 0)];
        throw new RefusedException(
            $"{name} has no layout with {wanted}. {(there.Length == 0 ? "It has no named layouts." : $"It has {Wording.Quoted(there)}.")} Add the layout in PowerPoint's slide master, or choose another template.");
    }

    // By the kind PowerPoint gave it; by its name; by what is on it.
    private static DesignLayout? Find(IReadOnlyList<DesignLayout> layouts, string[] types, string[] names, Func<DesignLayout, bool> fits)
    {
        DesignLayout[] usable = [.. layouts.Where(layout => layout.Title is not null)];
        return Roomiest(usable.Where(layout => types.Contains(layout.Type) && (fits(layout) || layout.Type is "secHead")))
            ?? Roomiest(usable.Where(layout => names.Contains(layout.Name, StringComparer.OrdinalIgnoreCase) && fits(layout)))
            ?? Roomiest(usable.Where(fits));
    }

    private static void RemoveSlides(PresentationPart part, XElement root)
    {
        foreach (XElement slide in root.Element(P + "sldIdLst")?.Elements() ?? [])
        {
            part.DeletePart((string)slide.Attribute(R + "id")!);
        }

        // Sections and custom shows name slides that are gone.
        root.Element(P + "sldIdLst")?.Remove();
        root.Element(P + "custShowLst")?.Remove();
        root.Element(P + "extLst")?.Elements().Where(extension => extension.Descendants().Any(element => element.Name.LocalName == "sectionLst")).Remove();
        if (root.Element(P + "extLst") is { HasElements: false } empty)
        {
            empty.Remove();
        }

        Write(part, root);
    }
}
