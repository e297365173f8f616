using System.Runtime.CompilerServices;
using Recommender.Engine.Merchandising.Reasons;
using Recommender.Engine.Pool;
using Recommender.Engine.Tracing;

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
        using var span = Spans.Score(lease.Version);
        return Personal(lease.Version, question);
    }

    /// <summary>The same for several people at once, by one version, whatever model but the first question names.</summary>
    public IReadOnlyList<Answer> RecommendEach(IReadOnlyList<Question> questions)
    {
        foreach (var question in questions) question.Check();
        if (questions.Count == 0) return [];

        using var lease = takeModel(questions[0].Model);
        using var span = Spans.Score(lease.Version);
        var answers = new Answer[questions.Count];
        for (var place = 0; place < answers.Length; place++) answers[place] = Personal(lease.Version, questions[place]);
        return answers;
    }

    /// <summary>What keeps an item out of the list that the question would get; nothing when it is in.</summary>
    public IReadOnlyList<Hindrance> WhyNot(Question question, string item)
    {
        question.Check();
        using var lease = takeModel(question.Model);
        return new PersonalList(shop, lease.Version, ViewOf(lease.Version), question, isAsked: true).WhyNot(item);
    }

    /// <summary>The scores of items for the question's customer, in the order asked; null for those that the version does not know.</summary>
    public ScoredPairs Score(Question question, IReadOnlyList<string> items)
    {
        using var lease = takeModel(question.Model);
        using var span = Spans.Score(lease.Version);
        var (trained, view) = (lease.Version.Trained, ViewOf(lease.Version));
        var numbers = items.Select(id => trained.Items.Find(id)).ToArray();
        var (known, scores) = (numbers.Where(item => item >= 0).ToArray(), new float[items.Count]);
        view.Scorer.Score(shop.ShopperOf(question, trained, lease.Version.Manifest.Created), known, scores.AsSpan(0, known.Length));
        var next = 0;
        return new(lease.Version.Model, lease.Version.Version, [.. numbers.Select(item => item < 0 ? null : Known(scores[next++]))]);
    }

    /// <summary>What is like the question's first item.</summary>
    public Answer Similar(Question question)
    {
        question.Check();
        if (question.Items.Count == 0) throw new QuestionException("items", "No item is named whose like is wanted. Name one, as in \"items\": [\"SKU-1\"].");

        using var lease = takeModel(question.Model);
        using var span = Spans.Score(lease.Version);
        return new(lease.Version.Model, lease.Version.Version, new SimilarList(shop, lease.Version, ViewOf(lease.Version), question).Items());
    }

    /// <summary>What goes with the question's items, taken as a cart.</summary>
    public Answer BoughtTogether(Question question)
    {
        question.Check();
        if (question.Items.Count == 0) throw new QuestionException("items", "The cart is empty. Name what is in it, as in \"items\": [\"SKU-1\", \"SKU-2\"].");

        using var lease = takeMatrix(question.Model);
        using var span = Spans.Score(lease.Version);
        return new(lease.Version.Model, lease.Version.Version, new CartList(shop, lease.Version, ViewOf(lease.Version), question).Items());
    }

    /// <summary>The pairs of the shop's cross-sell matrix, or of the one named.</summary>
    public PairAnswer CrossSell(PairQuestion question, string? model = null)
    {
        using var lease = takeMatrix(model);
        using var span = Spans.Score(lease.Version);
        return new(lease.Version.Model, lease.Version.Version, PairAnswers.Of(lease.Version.Matrix, lease.Version.Items, question));
    }

    /// <summary>Makes what the first question would have to wait for; a pool attaches it to the version.</summary>
    public object Prepare(LiveVersion version) => version switch
    {
        LiveModel model => new ModelView(model.Trained, shop.Assortment),
        LiveMatrix matrix => new MatrixView(matrix.Matrix, matrix.Items, shop.Assortment),
        _ => throw new ArgumentException($"A {version.GetType().Name} answers nothing.", nameof(version)),
    };

    // Minus infinity is a model's way to say nothing.
    static float? Known(float score) => float.IsNegativeInfinity(score) ? null : score;

    Answer Personal(LiveModel live, Question question) => new(live.Model, live.Version, new PersonalList(shop, live, ViewOf(live), question).Items());

    ModelView ViewOf(LiveModel live) => live.Attachment as ModelView ?? (ModelView)_made.GetValue(live, Prepare);

    MatrixView ViewOf(LiveMatrix live) => live.Attachment as MatrixView ?? (MatrixView)_made.GetValue(live, Prepare);
}
