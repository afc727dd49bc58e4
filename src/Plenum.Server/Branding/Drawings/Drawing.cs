using System.Text;
using System.Xml;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Drawings;

/// <summary>
/// An SVG picture written anew from what is allowed in one. Foreign words of drawing programs are left out; a picture that
/// would run something is refused.
/// </summary>
internal sealed class Drawing
{
    private const int Longest = 2 * 1024 * 1024;
    private const int MostElements = 20_000;
    private const int Deepest = 64;

    private readonly string _file;
    private readonly Findings _findings;
    private readonly DrawingValues _values;
    private readonly DrawingUses _uses = new();
    private readonly SortedSet<string> _leftOut = new(StringComparer.Ordinal);
    private int _elements;

    private Drawing(string file, Findings findings) => (_file, _findings, _values) = (file, findings, new DrawingValues(what => _leftOut.Add(what)));

    /// <summary>The clean picture; null when it is refused, and then the findings say why.</summary>
    public static byte[]? Clean(string file, byte[] bytes, Findings findings)
    {
        if (bytes.Length > Longest) return Refuse(null, $"The picture has {bytes.Length / 1024} KB; an SVG has at most {Longest / 1024} KB. Save it simplified.");
        // Other encodings have ways to write a bracket that a filter does not see.
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || !System.Text.Unicode.Utf8.IsValid(bytes)) return Refuse(null, "The picture is not UTF-8; save it as UTF-8.");
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        if (text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)) return Refuse(null, "The picture declares entities (<!ENTITY), which can load files or grow without end; save it without.");
        try
        {
            return new Drawing(file, findings).Rewrite(text);
        }
        catch (XmlException broken)
        {
            return Refuse(broken.LineNumber, $"The picture is not well-formed SVG: {broken.Message.Split(" Line ")[0]}");
        }
        catch (DrawingRefused refused)
        {
            return Refuse(refused.Line, refused.Message);
        }

        byte[]? Refuse(int? line, string why)
        {
            findings.Error(file, line, why);
            return null;
        }
    }

    private byte[] Rewrite(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings
        {
            // A document type is common and harmless; what it could declare was refused before.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = Longest,
        });
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            if (reader.MoveToContent() is not XmlNodeType.Element || reader.LocalName != "svg")
                throw new DrawingRefused(1, $"The file is called a picture (.svg) and begins with <{Findings.Printable(reader.LocalName)}>; is it another kind of file?");
            while (!reader.EOF) Node(reader, writer);
        }
        if (_uses.Wrong is { } wrong) throw new DrawingRefused(null, wrong);
        if (_leftOut.Count > 0) _findings.Warn(_file, null, $"Left out of the picture, because it could load or change something: {string.Join(", ", _leftOut.Take(8))}.");
        return written.ToArray();
    }

    private void Node(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Element(reader, writer);
                return;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                _uses.Leave(reader.Depth);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                writer.WriteString(_uses.InStyle ? _values.Style(reader.Value, Line(reader)) : reader.Value);
                break;
        }
        reader.Read();
    }

    private void Element(XmlReader reader, XmlWriter writer)
    {
        var name = reader.LocalName;
        if (++_elements > MostElements) throw new DrawingRefused(Line(reader), $"The picture has more than {MostElements} elements; save it simplified.");
        if (reader.Depth > Deepest) throw new DrawingRefused(Line(reader), $"The picture is nested deeper than {Deepest} levels; save it simplified.");
        if (DrawingWords.Active.Contains(name)) throw new DrawingRefused(Line(reader), $"The picture has a <{name}>, which would run in the page of everybody; remove it.");
        // Files without a namespace are common too, and pictures all the same.
        if (reader.NamespaceURI is not (DrawingWords.Namespace or "") || !DrawingWords.Elements.Contains(name))
        {
            DrawingValues.MustBeHarmless(reader);
            if (reader.NamespaceURI is DrawingWords.Namespace && name != "metadata") _leftOut.Add($"<{Findings.Printable(name)}>");
            Pass(reader);
            return;
        }
        var (empty, depth) = (reader.IsEmptyElement, reader.Depth);
        writer.WriteStartElement(name, DrawingWords.Namespace);
        _uses.Enter(name, reader.GetAttribute("id"), depth);
        while (reader.MoveToNextAttribute())
            if (_values.Kept(reader, Line(reader)) is var (attribute, value))
            {
                if (attribute == "href") _uses.Use(value);
                writer.WriteAttributeString(attribute, value);
            }
        if (empty)
        {
            writer.WriteEndElement();
            _uses.Leave(depth);
        }
        reader.Read();
    }

    /// <summary>Goes past an element that is left out, with an eye on what is inside.</summary>
    private static void Pass(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }
        var depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType is XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType is not XmlNodeType.Element) continue;
            if (DrawingWords.Active.Contains(reader.LocalName)) throw new DrawingRefused(Line(reader), $"The picture has a <{reader.LocalName}>, which would run in the page of everybody; remove it.");
            DrawingValues.MustBeHarmless(reader);
        }
        reader.Read();
    }

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;
}
