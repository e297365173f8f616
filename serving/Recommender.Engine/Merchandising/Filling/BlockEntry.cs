namespace Recommender.Engine.Merchandising.Filling;

/// <summary>A candidate of a block: where it stood when it came, how near the nearest item of the list is, and what it is worth now.</summary>
struct BlockEntry(Candidate candidate, int place)
{
    public readonly Candidate Candidate => candidate;

    public readonly int Place => place;

    public float Nearest { get; set; }

    public float Value { get; set; }
}
