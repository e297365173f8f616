using Recommender.Core.Models;

namespace Recommender.Training.Trainers;

/// <summary>
/// A former version to begin from. Row i of the new data set was row <c>Customers[i]</c> of the former model, or -1 where it is new; the
/// same for items.
/// </summary>
sealed record WarmStart(IModel Model, IReadOnlyList<int> Customers, IReadOnlyList<int> Items);
