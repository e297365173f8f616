namespace Recommender.Core.Datasets;

/// <summary>Collects names, letter by letter, for a <see cref="Vocabulary"/>.</summary>
public sealed class VocabularyBuilder(int capacity = 0)
{
    readonly List<int> _ends = new(capacity);
    byte[] _letters = new byte[Math.Max(16, 8 * capacity)];
    int _length;

    /// <summary>Appends a name in UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> name)
    {
        if (_letters.Length - _length < name.Length)
            Array.Resize(ref _letters, checked((int)Math.Min(Array.MaxLength, Math.Max(2L * _letters.Length, (long)_length + name.Length))));
        name.CopyTo(_letters.AsSpan(_length));
        _length += name.Length;
        _ends.Add(_length);
    }

    /// <summary>The names added so far.</summary>
    public Vocabulary Build() => new(_letters.AsSpan(0, _length).ToArray(), _ends.ToArray());
}
