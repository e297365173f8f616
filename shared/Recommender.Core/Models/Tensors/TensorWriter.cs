using System.Runtime.InteropServices;
using Recommender.Core.Numerics;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Tensors;

/// <summary>Collects the named tensors and notes of one safetensors file. Nothing is copied until <see cref="Save"/>.</summary>
public sealed class TensorWriter
{
    readonly TensorFile _file;
    readonly string _prefix;

    /// <summary>An empty file.</summary>
    public TensorWriter() : this(new(), "") { }

    TensorWriter(TensorFile file, string prefix) => (_file, _prefix) = (file, prefix);

    /// <summary>Bytes of all tensors so far, those of other scopes too.</summary>
    public long Bytes => _file.Bytes;

    /// <summary>The same file, where every name begins with <paramref name="name"/> and a point: the parts of a model made of models.</summary>
    public TensorWriter Scope(string name) => new(_file, $"{_prefix}{name}.");

    /// <summary>Adds a tensor; numbers that are not finite are refused when the file is written, so that none ever holds one.</summary>
    public void Add<T>(string name, ReadOnlyMemory<T> values, params ReadOnlySpan<int> shape) where T : unmanaged
    {
        int[] size = shape.IsEmpty ? [values.Length] : [.. shape];
        if (size.Aggregate(1L, (product, side) => product * side) != values.Length) throw new ArgumentException($"{name} has {values.Length} numbers, which do not fill ({string.Join(", ", size)}).", nameof(shape));
        _file.Add(new(_prefix + name, TensorKind.Of<T>(), size, () => MemoryMarshal.AsBytes(values.Span)) { Check = values is ReadOnlyMemory<float> numbers ? () => MustBeFinite(_prefix + name, numbers.Span) : null });
    }

    /// <summary>Adds a dense matrix, row by row.</summary>
    public void Add(string name, Matrix matrix)
    {
        if (matrix.ColumnStride != 1 || matrix.RowStride != matrix.Columns) throw new ArgumentException($"{name} must stand row by row without gaps.", nameof(matrix));

        Add<float>(name, matrix.Data[..(matrix.Rows * matrix.Columns)], matrix.Rows, matrix.Columns);
    }

    /// <summary>Adds a text that belongs to the file, such as an option's value.</summary>
    public void Note(string name, string text) => _file.Notes[_prefix + name] = text;

    /// <summary>Writes the file durably, whole or not at all, and says its size and hash.</summary>
    public ModelFile Save(string path) => _file.Save(path);

    static void MustBeFinite(string name, ReadOnlySpan<float> numbers)
    {
        if (!Finite.All(numbers)) throw new UserErrorException($"The model's tensor '{name}' holds a number that is not finite: the training diverged. Raise the regularization or lower the learning rate.");
    }
}
