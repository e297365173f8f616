namespace Recommender.Engine.Merchandising;

/// <summary>
/// Gives the best candidates, best first, as many as are asked for or all there are: fewer mean that there are no more. Asked for more, it
/// begins with the same ones. It gives what <see cref="Ranking.Allows"/> lets through.
/// </summary>
public delegate IReadOnlyList<Candidate> CandidateSource(int count);
