using System.Globalization;
using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Tensors;

/// <summary>A sparse matrix in a model file: the tensors starts, indices and values (none when every entry is one) and a note of its columns.</summary>
static class CsrTensors
{
    public static void Write(CsrMatrix matrix, TensorWriter tensors)
    {
        tensors.Note("columns", FormattableString.Invariant($"{matrix.Columns}"));
        tensors.Add("starts", matrix.Starts);
        tensors.Add("indices", matrix.Indices);
        if (!matrix.IsBinary) tensors.Add("values", matrix.Values);
    }

    public static CsrMatrix Read(TensorReader tensors) => new(
        tensors.Numbers<int>("starts"),
        tensors.Numbers<int>("indices"),
        tensors.Has("values") ? tensors.Numbers<float>("values") : default,
        int.Parse(tensors.RequiredNote("columns"), CultureInfo.InvariantCulture));
}
