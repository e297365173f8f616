using Recommender.Core;

namespace Recommender.Worker.Problems;

/// <summary>Ends a request with a refusal from wherever it is.</summary>
sealed class ProblemException(Problem problem, Exception? innerException = null) : UserErrorException(problem.Message, innerException)
{
    public Problem Problem => problem;
}
