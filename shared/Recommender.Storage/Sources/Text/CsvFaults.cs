using System.Buffers;
using System.Text;

namespace Recommender.Storage.Sources.Text;

/// <summary>The ways in which one record of a text file can be unusable.</summary>
static class CsvFaults
{
    public static RecordFault Nul { get; } = new("the record holds a NUL byte", "export the file again, or remove the byte");

    public static RecordFault OpenQuote(int field) =>
        new($"field {field} opens a quote that is never closed", "close the quote, or double it inside a quoted field");

    public static RecordFault TextAfterQuote(int field) =>
        new($"field {field} goes on behind its closing quote", "double the quotes inside a quoted field, or remove the stray one");

    public static RecordFault Undecodable(ReadOnlySpan<byte> record, string encoding) => new(
        $"byte {FirstInvalid(record):X2} is not valid {encoding}",
        $"save the file in one encoding, or name its encoding if it is not {encoding}");

    static byte FirstInvalid(ReadOnlySpan<byte> record)
    {
        while (Rune.DecodeFromUtf8(record, out _, out var length) == OperationStatus.Done) record = record[length..];
        return record[0];
    }
}
