using System.Text;
using Recommender.Core.Datasets;

namespace Recommender.Worker.CrossSell;

/// <summary>Gives each name a number when it is first seen; a name that is known makes no new text.</summary>
sealed class NumberedNames
{
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    readonly VocabularyBuilder _names = new();

    public NumberedNames() => _byLetters = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _numbers.Count;

    public int NumberOf(ReadOnlySpan<char> name)
    {
        if (_byLetters.TryGetValue(name, out var known)) return known;

        var text = name.ToString();
        _names.Add(Encoding.UTF8.GetBytes(text));
        return _numbers[text] = _numbers.Count;
    }

    public Vocabulary Build() => _names.Build();
}
