namespace Recommender.Storage.Generation;

/// <summary>What the lines of one order share; texts are UTF-8 as they stand in the file.</summary>
readonly record struct Order(long Number, int Day, int Second)
{
    public required byte[] Customer { get; init; }
    public required byte[] Site { get; init; }
    public required byte[] Region { get; init; }
    public required byte[] Channel { get; init; }
}
