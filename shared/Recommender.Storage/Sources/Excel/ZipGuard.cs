using System.IO.Compression;
using Recommender.Core;
using Recommender.Storage.Sources.Text;

namespace Recommender.Storage.Sources.Excel;

/// <summary>Judges a workbook's archive by its directory, before anything is unpacked. An entry never unpacks to more than it claims there.</summary>
static class ZipGuard
{
    public static void Check(FileStream file, ExcelLimits limits)
    {
        Span<byte> magic = stackalloc byte[2];
        var isZip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic.SequenceEqual("PK"u8);
        if (file.Length == 0) throw new UserErrorException($"'{file.Name}' is empty: a workbook holds at least one sheet with a line of column names");
        file.Position = 0;
        if (!isZip) return;

        using (var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (!archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
                throw new UserErrorException($"'{file.Name}' is a zip archive but holds no Excel workbook: unpack it, and name the file in it");
            CheckSize(file, archive.Entries.Sum(entry => entry.Length), limits);
        }
        file.Position = 0;
    }

    static void CheckSize(FileStream file, long unpacked, ExcelLimits limits)
    {
        if (unpacked > limits.MaxBytes)
            throw new UserErrorException($"'{file.Name}' unpacks to {ByteCount.Text(unpacked)}, more than the {ByteCount.Text(limits.MaxBytes)} that are read: export it as CSV");
        if (unpacked > limits.FreeExpansionBytes && unpacked / limits.MaxExpansion > file.Length)
            throw new UserErrorException($"'{file.Name}' unpacks to {ByteCount.Text(unpacked)}, more than {limits.MaxExpansion} times its size, as a zip bomb does: export it as CSV if it is meant so");
    }
}
