using System.Text;
using Recommender.Core;

namespace Recommender.Storage.Sources.Text;

/// <summary>Knows files of other kinds by their first bytes, whatever their names say.</summary>
static class FileSignature
{
    const int NulsPerThousand = 1;

    static readonly (byte[] Magic, string Kind, string Cure)[] Known =
    [
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an Excel workbook", "give a workbook its name .xlsx, or unpack the archive and name the file in it"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", "give it its name .xls"),
        ("PAR1"u8.ToArray(), "a Parquet file", "give it its name .parquet"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database", "export its table as CSV"),
        ("%PDF"u8.ToArray(), "a PDF document", "export the table behind it as CSV"),
        ([0x89, .. "PNG"u8], "a PNG picture", "name the data file instead"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture", "name the data file instead"),
        ("GIF8"u8.ToArray(), "a GIF picture", "name the data file instead"),
        ([0x7F, .. "ELF"u8], "a program", "name the data file instead"),
        ([0x1F, 0x8B], "gzip inside gzip", "unpack it once"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive", "unpack it, or pack it with gzip"),
        ("BZh"u8.ToArray(), "a bzip2 archive", "unpack it, or pack it with gzip"),
        ([0xFD, .. "7zXZ"u8], "an xz archive", "unpack it, or pack it with gzip"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive", "unpack it, or pack it with gzip"),
        ("Rar!"u8.ToArray(), "a rar archive", "unpack it, or pack it with gzip"),
        ("<!doctype html"u8.ToArray(), "a web page", "download the export again: this may be a login or error page"),
        ("<html"u8.ToArray(), "a web page", "download the export again: this may be a login or error page"),
        ("<?xml"u8.ToArray(), "an XML document", "export the table as CSV"),
        ("{\""u8.ToArray(), "a JSON document", "export the table as CSV"),
        ("[{"u8.ToArray(), "a JSON document", "export the table as CSV"),
    ];

    public static void RefuseOther(string path, ReadOnlySpan<byte> head)
    {
        foreach (var (magic, kind, cure) in Known)
        {
            if (head.Length >= magic.Length && Ascii.EqualsIgnoreCase(head[..magic.Length], magic) || head.StartsWith(magic))
                throw new UserErrorException($"'{path}' looks like {kind}, not like a text file: {cure}");
        }
    }

    public static void RefuseBinary(string path, ReadOnlySpan<byte> head)
    {
        if (head.Count((byte)0) * 1000L > head.Length * (long)NulsPerThousand)
            throw new UserErrorException($"'{path}' is a binary file, not text: name a CSV, Parquet or Excel file");
    }
}
