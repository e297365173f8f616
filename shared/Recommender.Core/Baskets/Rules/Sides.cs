namespace Recommender.Core.Baskets.Rules;

/// <summary>The two sides of a rule, items ascending.</summary>
readonly ref struct Sides(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
{
    readonly ReadOnlySpan<int> _left = left;
    readonly ReadOnlySpan<int> _right = right;

    public void Deconstruct(out ReadOnlySpan<int> left, out ReadOnlySpan<int> right)
    {
        left = _left;
        right = _right;
    }
}
