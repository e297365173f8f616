namespace Recommender.Training.Tuning;

/// <summary>Where each trainer is searched when nothing else is said.</summary>
static class UsualSearches
{
    static readonly Dictionary<string, string> Ranges = new(StringComparer.Ordinal)
    {
        ["popularity"] = "half_life=0|7|14|30|60|90|180",
        ["frequency"] = "half_life=0|30|60|90|180|365",
        ["ease"] = "lambda=20..2000,half_life=0|30|60|90|180|365",
        ["item-neighbours"] = "measure=cosine|bm25|jaccard|llr|rp3b,neighbours=20..400,half_life=0|30|60|90|180|365",
        ["implicit-als"] = "factors=32|64|128,regularization=0.001..0.1,unobserved=0.02..1.0,half_life=0|90|180|365",
        ["one-class"] = "factors=32|64|128,regularization=0.001..0.05,unobserved=0.05..1.0",
        ["bpr"] = "factors=32|64|128,regularization=0.001..0.1,learning_rate=0.01..0.2",
        ["matrix-factorization"] = "factors=16|32|64|128,regularization=2.0..40.0,bias_regularization=0.5..10.0,implicit_regularization=20.0..500.0",
        ["autoencoder"] = "hidden=100|200|400,dropout=0.2..0.7,learning_rate=0.0003..0.003",
        ["session"] = "neighbours=50..1000",
        ["content"] = "half_life=0|30|90|180",
    };

    /// <summary>The trainers that have usual ranges.</summary>
    public static IReadOnlyCollection<string> Trainers => Ranges.Keys;

    /// <summary>The ranges of a trainer, or null when there are none.</summary>
    public static string? Of(string trainer) => Ranges.GetValueOrDefault(trainer);
}
