namespace Recommender.Storage.Sources.Raw;

/// <summary>Tells files apart by their first bytes.</summary>
static class FileKinds
{
    /// <summary>A missing or unreadable file counts as text: opening it as text explains what is wrong with it.</summary>
    public static FileKind Of(string path)
    {
        Span<byte> head = stackalloc byte[4];
        if (!TryReadHead(path, head)) return FileKind.Text;
        if (head.SequenceEqual("PAR1"u8)) return FileKind.Parquet;

        var looksExcel = head.SequenceEqual("PK\u0003\u0004"u8) || head.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]);
        return looksExcel && Path.GetExtension(path).StartsWith(".xls", StringComparison.OrdinalIgnoreCase) ? FileKind.Excel : FileKind.Text;
    }

    static bool TryReadHead(string path, Span<byte> head)
    {
        if (!File.Exists(path)) return false;
        try
        {
            using var file = File.OpenRead(path);
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
