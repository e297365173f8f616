using Recommender.Core;

namespace Recommender.Engine.Answers;

/// <summary>A question that cannot be answered as it is; the parameter by the name that callers know, such as <c>n</c> or <c>filter</c>.</summary>
public sealed class QuestionException(string parameter, string message) : UserErrorException(message)
{
    /// <summary>What in the question is wrong.</summary>
    public string Parameter => parameter;
}
