namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>On how many threads anchors are counted, and who hears how far it is, from 0 to 1.</summary>
sealed record PairScanOptions(int Threads, IProgress<double>? Progress = null);
