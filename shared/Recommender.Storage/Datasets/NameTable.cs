using System.Runtime.InteropServices;
using Recommender.Core.Datasets;

namespace Recommender.Storage.Datasets;

/// <summary>Numbers names of UTF-8 in the order in which they come; a name that is known costs no memory.</summary>
sealed class NameTable
{
    readonly Dictionary<byte[], int> _numbers = new(new Utf8Comparer());
    readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _byLetters;

    public NameTable() => _byLetters = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>How many names.</summary>
    public int Count => _numbers.Count;

    /// <summary>Whether the name is new.</summary>
    public bool Add(ReadOnlySpan<byte> name)
    {
        var count = Count;
        return NumberOf(name) == count;
    }

    /// <summary>The number of a name, a new one for a new name.</summary>
    public int NumberOf(ReadOnlySpan<byte> name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_byLetters, name, out var isKnown);
        if (!isKnown) number = Count - 1;
        return number;
    }

    /// <summary>The names in the order of their bytes, and for each number its place in that order.</summary>
    public (Vocabulary Names, int[] Places) Sorted()
    {
        var (names, numbers) = (new byte[Count][], new int[Count]);
        _numbers.Keys.CopyTo(names, 0);
        _numbers.Values.CopyTo(numbers, 0);
        Array.Sort(names, numbers, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        var (vocabulary, places) = (new VocabularyBuilder(Count), new int[Count]);
        for (var place = 0; place < names.Length; place++)
        {
            vocabulary.Add(names[place]);
            places[numbers[place]] = place;
        }
        return (vocabulary.Build(), places);
    }
}
