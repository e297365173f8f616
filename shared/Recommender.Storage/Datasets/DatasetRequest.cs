using Recommender.Core.Datasets;
using Recommender.Core.Interactions;

namespace Recommender.Storage.Datasets;

/// <summary>What is read out of a snapshot: at which level, with which columns beside who bought what when.</summary>
public sealed record DatasetRequest(Level Level = Level.Item, DatasetParts Parts = DatasetParts.None);
