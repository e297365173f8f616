using Recommender.Engine.Answers;
using Recommender.Engine.Pool;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>Which refusals the engine's own stand for.</summary>
static class ApiProblems
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    public static Problem? Of(Exception exception) => exception switch
    {
        QuestionException question => Problem.Invalid(question.Parameter, question.Message),
        NoModelException missing => new(ProblemCode.NoModel) { Reason = missing.Message, RetryAfter = missing.IsLoading ? Soon : Later },
        _ => null,
    };
}
