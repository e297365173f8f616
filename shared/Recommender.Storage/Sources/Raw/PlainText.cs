using System.Text;

namespace Recommender.Storage.Sources.Raw;

/// <summary>Tells the texts that need no tidying: nearly all of them, so that columns of nothing else skip it.</summary>
static class PlainText
{
    const byte FirstVisible = (byte)'!';
    const byte LastVisible = (byte)'~';
    const int LongestBlankWord = 6;

    /// <summary>ASCII without blanks at its ends, and none of the words that stand for nothing (see formats.sql); an empty text is NULL already.</summary>
    public static bool Is(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (IsVisible(text[0]) && IsVisible(text[^1]) && Ascii.IsValid(text) && !MayStandForNothing(text));

    static bool IsVisible(byte letter) => letter is >= FirstVisible and <= LastVisible;

    // nan, null, none, nil, n/a, nat, #n/a, (null), \N
    static bool MayStandForNothing(ReadOnlySpan<byte> text) => text.Length <= LongestBlankWord && text[0] is (byte)'n' or (byte)'N' or (byte)'#' or (byte)'(' or (byte)'\\';
}
