namespace Recommender.Core.Models.Tensors;

/// <summary>The number types that model files use, by the names that the safetensors format has for them.</summary>
static class TensorKind
{
    public static string Of<T>() where T : unmanaged =>
        typeof(T) == typeof(float) ? "F32"
        : typeof(T) == typeof(double) ? "F64"
        : typeof(T) == typeof(int) ? "I32"
        : typeof(T) == typeof(long) ? "I64"
        : typeof(T) == typeof(byte) ? "U8"
        : throw new NotSupportedException($"Tensors of {typeof(T).Name} are not written; use float, double, int, long or byte.");

    /// <summary>Bytes of one number, or 0 for a type that is not read.</summary>
    public static int Size(string kind) => kind switch
    {
        "F64" or "I64" or "U64" => 8,
        "F32" or "I32" or "U32" => 4,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "U8" or "I8" or "BOOL" => 1,
        _ => 0,
    };
}
