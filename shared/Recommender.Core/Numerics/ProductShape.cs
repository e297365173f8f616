namespace Recommender.Core.Numerics;

/// <summary>Rows x Depth times Depth x Columns; of a symmetric result only the lower triangle may be wanted.</summary>
readonly record struct ProductShape(int Rows, int Columns, int Depth, bool LowerOnly);
