using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Tensors;

/// <summary>Reads a safetensors file without copying it: tensors are views into the mapped file, valid until it is disposed.</summary>
public sealed class TensorReader : IDisposable
{
    readonly MappedFile _file;
    readonly TensorIndex _index;
    readonly string _prefix;

    TensorReader(MappedFile file, TensorIndex index, string prefix) => (_file, _index, _prefix) = (file, index, prefix);

    /// <summary>Maps the file and checks that its header fits its size; a damaged one is an error with the cure.</summary>
    public static TensorReader Open(string path)
    {
        var file = MappedFile.Open(path);
        try
        {
            return new(file, TensorIndex.Read(file), "");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The part of the file whose names begin with <paramref name="name"/> and a point.</summary>
    public TensorReader Scope(string name) => new(_file, _index, $"{_prefix}{name}.");

    /// <summary>Whether there is a tensor of this name.</summary>
    public bool Has(string name) => _index.Tensors.ContainsKey(_prefix + name);

    /// <summary>All numbers of a tensor.</summary>
    public ReadOnlyMemory<T> Numbers<T>(string name) where T : unmanaged
    {
        var entry = Entry<T>(name);
        return _file.Numbers<T>(_index.DataStart + entry.Begin, entry.End - entry.Begin);
    }

    /// <summary>A tensor of two dimensions. It must not be written to: its pages are read-only.</summary>
    public Matrix Matrix(string name)
    {
        var entry = Entry<float>(name);
        if (entry.Shape.Count != 2) throw _index.Broken($"'{_prefix}{name}' has {entry.Shape.Count} dimensions instead of 2");

        return new(_file.Writable<float>(_index.DataStart + entry.Begin, entry.End - entry.Begin), entry.Shape[0], entry.Shape[1]);
    }

    /// <summary>A note, or null.</summary>
    public string? Note(string name) => _index.Notes.GetValueOrDefault(_prefix + name);

    /// <summary>A note that must be there.</summary>
    public string RequiredNote(string name) => Note(name) ?? throw _index.Broken($"the note '{_prefix}{name}' is missing");

    /// <summary>What to throw when the numbers read are not what they must be.</summary>
    internal UserErrorException Broken(string what) => _index.Broken(what);

    /// <summary>Reads every page of the file once.</summary>
    internal void Touch() => _file.Touch();

    /// <summary>Unmaps the file: nothing read from it may be used any more.</summary>
    public void Dispose() => _file.Dispose();

    TensorPlace Entry<T>(string name) where T : unmanaged
    {
        if (!_index.Tensors.TryGetValue(_prefix + name, out var entry)) throw _index.Broken($"the tensor '{_prefix}{name}' is missing");

        return entry.Kind == TensorKind.Of<T>() ? entry : throw _index.Broken($"'{_prefix}{name}' holds {entry.Kind} instead of {TensorKind.Of<T>()}");
    }
}
