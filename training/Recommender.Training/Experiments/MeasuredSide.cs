using Recommender.Core.Evaluation;
using Recommender.Core.Models;

namespace Recommender.Training.Experiments;

/// <summary>One side of a comparison after it was measured: its figures, and the model that they are of, which is good until this is disposed.</summary>
sealed record MeasuredSide(TrainerResult Result, IModel Model, IDisposable? Opened) : IDisposable
{
    public void Dispose() => Opened?.Dispose();
}
