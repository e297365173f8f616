using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Tensors;

/// <summary>Sparse matrices in a model file: where rows start, columns, values, as three tensors.</summary>
static class SparseTensors
{
    public static void AddSparse(this TensorWriter tensors, string name, CsrMatrix matrix)
    {
        var scope = tensors.Scope(name);
        scope.Add("starts", matrix.Starts);
        scope.Add("columns", matrix.Indices);
        if (!matrix.IsBinary) scope.Add("values", matrix.Values);
    }

    public static CsrMatrix Sparse(this TensorReader tensors, string name, int columns)
    {
        var scope = tensors.Scope(name);
        return new(scope.Numbers<int>("starts"), scope.Numbers<int>("columns"), scope.Has("values") ? scope.Numbers<float>("values") : default, columns);
    }
}
