using System.Collections.Concurrent;

namespace Recommender.Engine.Assortments.Columns;

/// <summary>
/// Texts, each kept once under a number from 1 on, and grouped: texts that differ in case at most have the number of the first of them as
/// their class. One writer at a time; readers take no lock.
/// </summary>
sealed class Words
{
    const long BytesPerWord = 64;   // the entry of the dictionary, and the slots of both arrays

    readonly ConcurrentDictionary<string, int> _classes = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<string, int> _otherSpellings = new(StringComparer.Ordinal);
    string?[] _texts = new string?[16];
    int[] _classOf = new int[16];
    int _count;

    /// <summary>How many texts there are; it only grows.</summary>
    public int Count => Volatile.Read(ref _count);

    public long Bytes => Count * BytesPerWord;

    /// <summary>The text of a number; null for 0.</summary>
    public string? this[int word] => word == 0 ? null : Volatile.Read(ref _texts)[word];

    /// <summary>The class of a word.</summary>
    public int ClassOf(int word) => word == 0 ? 0 : Volatile.Read(ref _classOf)[word];

    /// <summary>The class of a text, or 0 when no word is spelt so in any case.</summary>
    public int Find(string text) => _classes.GetValueOrDefault(text);

    /// <summary>The number of a text in this very spelling, or 0.</summary>
    public int Spelt(string text)
    {
        var first = Find(text);
        return first == 0 || string.Equals(this[first], text, StringComparison.Ordinal) ? first : _otherSpellings.GetValueOrDefault(text);
    }

    /// <summary>The number of a text; for the writer.</summary>
    public int Add(string text)
    {
        var (first, known) = (Find(text), Spelt(text));
        if (known != 0) return known;

        var word = _count + 1;
        if (word == _texts.Length) Grow();
        (_texts[word], _classOf[word]) = (text, first == 0 ? word : first);
        if (first == 0) _classes[text] = word;
        else _otherSpellings[text] = word;
        Volatile.Write(ref _count, word);
        return word;
    }

    void Grow()
    {
        var (texts, classes) = (_texts, _classOf);
        Array.Resize(ref texts, 2 * texts.Length);
        Array.Resize(ref classes, 2 * classes.Length);
        Volatile.Write(ref _texts, texts);
        Volatile.Write(ref _classOf, classes);
    }
}
