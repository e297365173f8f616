using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>
/// Explicit ratings by biased factorization (Koren, Bell and Volinsky, 2009): gradient descent in blocks comes near the minimum, sweeps of
/// least squares finish, the customers last, so that every customer's factors are exact for the items' factors.
/// </summary>
sealed class MatrixFactorizationTrainer(MatrixFactorizationOptions options) : ITrainer
{
    public string Name => RatingModel.Name;

    public object Options => options;

    public DatasetParts Needs => DatasetParts.Ratings;

    public string? ObstacleTo(IModel former) => former is RatingModel factors ? FormerShape.Obstacle(factors.Tables.Factors, options.Factors) : "it holds no factors";

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var held = HeldOutRatings.Of(RatingsOf(dataset), options.Validation, context.Seed);
        var run = new RatingRun(options, held.Training, context);
        if (context.WarmStart is { Model: RatingModel former } start) run.BeginFrom(former, start);
        run.Descend();
        run.SolveCustomers();

        if (!held.IsEmpty) return SweepWhileItHelps(run, held);

        for (var sweep = 1; sweep <= options.Sweeps; sweep++) run.Sweep(sweep);
        return run.Model;
    }

    // The best of all states, the one before the first sweep among them: the last sweep may have made it worse.
    RatingModel SweepWhileItHelps(RatingRun run, HeldOutRatings held)
    {
        var (best, kept) = (held.Rmse(run.Model), run.Copy());
        for (var sweep = 1; sweep <= options.Sweeps; sweep++)
        {
            run.Sweep(sweep);
            var error = held.Rmse(run.Model);
            var gain = best - error;
            if (gain > 0) (best, kept) = (error, run.Copy());
            if (gain < options.Tolerance && sweep > 1) break;   // the first may only mend a poor start
        }
        return kept;
    }

    static CsrMatrix RatingsOf(Dataset dataset)
    {
        if (dataset.Ratings is not { Count: > 0 } ratings)
            throw new UserErrorException($"{RatingModel.Name} learns from ratings and '{dataset.Name}' has none. Import a column of ratings (mapping: rating), or use implicit-als or one-class, which learn from purchases.");
        return Finite.All(ratings.Values.Span) ? ratings
            : throw new UserErrorException($"{RatingModel.Name}: a rating of '{dataset.Name}' is not a finite number. Correct or reject the row and import again.");
    }
}
