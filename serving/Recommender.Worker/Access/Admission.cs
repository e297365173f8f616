using Recommender.Worker.Problems;

namespace Recommender.Worker.Access;

/// <summary>The answer at the gate: who it is, or why not; one of the two.</summary>
readonly record struct Admission(Principal? Principal, Problem? Refusal)
{
    public static implicit operator Admission(Principal principal) => new(principal, null);

    public static implicit operator Admission(Problem refusal) => new(null, refusal);
}
