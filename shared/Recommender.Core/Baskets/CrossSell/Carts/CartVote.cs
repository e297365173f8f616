namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>
/// How strongly one thing in a cart speaks for an item, and how several of them do.
/// <para>
/// s(a, j) = c^(3/4) l^(1/4), where c = n(aj) / (n(a) + 20) is the confidence, shrunk because few baskets prove little, and
/// l = c N / n(j) its lift: confidence alone would suggest the best sellers to everybody, lift alone would suggest rarities.
/// </para>
/// <para>
/// The cart's score is (sum of s^4)^(1/4). A plain sum lets twenty variants of one thing outvote the one item that truly goes with the
/// wanted one; the largest vote alone wastes what several weak ones say together. The fourth power lies between. All three numbers were
/// chosen on other baskets than those of the test that compares them with the last item only, plain sums, noisy-or and naive Bayes.
/// </para>
/// </summary>
static class CartVote
{
    const double Shrinkage = 20;

    /// <summary>s^4 = c^3 l of an anchor in so many baskets, <paramref name="shared"/> of them with the item, and of the item in <paramref name="others"/> of <paramref name="total"/>.</summary>
    public static double FourthPower(double shared, double anchors, double others, double total)
    {
        if (shared <= 0) return 0;

        var confidence = shared / (anchors + Shrinkage);
        return confidence * confidence * confidence * confidence * total / others;
    }

    /// <summary>The score from the sum of the votes' fourth powers.</summary>
    public static double Score(double sum) => Math.Sqrt(Math.Sqrt(sum));
}
