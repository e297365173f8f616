using System.Runtime.CompilerServices;
using Recommender.Engine.Pool;

namespace Recommender.Engine.Answers;

/// <summary>
/// Answers a shop's questions. Each takes the version that is live when it comes and reads it to the end, whatever goes live meanwhile;
/// may be asked from many threads at once.
/// </summary>
public sealed class Storefront(Shop shop, Func<string?, Lease<LiveModel>> takeModel, Func<string?, Lease<LiveMatrix>> takeMatrix)
{
    readonly ConditionalWeakTable<LiveVersion, object> _made = [];   // for versions that came from no pool

    /// <summary>What is served here.</summary>
    public Shop Shop => shop;

    /// <summary>What a customer or visitor will probably want.</summary>
    public Answer Recommend(Question question)
    {
        question.Check();
        using var lease = takeModel(question.Model);
        return PersonalAnswers.Of(shop, lease.Version, ViewOf(lease.Version), question);
    }

    /// <summary>What is like the question's first item.</summary>
    public Answer Similar(Question question)
    {
        question.Check();
        if (question.Items.Count == 0) throw new QuestionException("items", "No item is named whose like is wanted. Name one, as in \"items\": [\"SKU-1\"].");

        using var lease = takeModel(question.Model);
        return SimilarAnswers.Of(shop, lease.Version, ViewOf(lease.Version), question);
    }

    /// <summary>What goes with the question's items, taken as a cart.</summary>
    public Answer BoughtTogether(Question question)
    {
        question.Check();
        if (question.Items.Count == 0) throw new QuestionException("items", "The cart is empty. Name what is in it, as in \"items\": [\"SKU-1\", \"SKU-2\"].");

        using var lease = takeMatrix(question.Model);
        return CartAnswers.Of(shop, lease.Version, ViewOf(lease.Version), question);
    }

    /// <summary>The pairs of the shop's cross-sell matrix, or of the one named.</summary>
    public PairAnswer CrossSell(PairQuestion question, string? model = null)
    {
        using var lease = takeMatrix(model);
        return new(lease.Version.Model, lease.Version.Version, PairAnswers.Of(lease.Version.Matrix, lease.Version.Items, question));
    }

    /// <summary>Makes what the first question would have to wait for; a pool attaches it to the version.</summary>
    public object Prepare(LiveVersion version) => version switch
    {
        LiveModel model => new ModelView(model.Trained, shop.Assortment),
        LiveMatrix matrix => new MatrixView(matrix.Matrix, matrix.Items, shop.Assortment),
        _ => throw new ArgumentException($"A {version.GetType().Name} answers nothing.", nameof(version)),
    };

    ModelView ViewOf(LiveModel live) => live.Attachment as ModelView ?? (ModelView)_made.GetValue(live, Prepare);

    MatrixView ViewOf(LiveMatrix live) => live.Attachment as MatrixView ?? (MatrixView)_made.GetValue(live, Prepare);
}
