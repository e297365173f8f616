using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Models;

/// <summary>POST models/{name}/promote and rollback: what is live is changed in the store, as the console does it; every worker follows the store.</summary>
static class ModelChanges
{
    static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    public static Endpoint Promote { get; } = new("POST", $"{ApiRoutes.Root}/models/{{name}}/promote", AnswerPromote)
    {
        Name = "promote-version",
        Group = "Models",
        Summary = "Make a version live",
        Text = "The gates of the version are asked first; where they refuse, nothing is changed and the answer is 409 GATES_REFUSED with their words. `force` overrules them and needs a reason.",
        Scope = Scope.Admin,
        Parameters = [Parameter.Path("name", "The model.", "beauty")],
        Body = ModelRequest.Promotion.Schema(),
        Example = """{"version":1,"reason":"better by 4 % on last month"}""",
        Answered = Changed(("forced", Schema.Flag("Whether gates were overruled.")), ("gates", Schema.List("What each gate said.", Schema.Object(null, ("gate", Schema.Text()), ("passed", Schema.Flag()), ("sentence", Schema.Text()))))),
        Refusals = [ProblemCode.NotFound, ProblemCode.Conflict, ApiCodes.GatesRefused],
    };

    public static Endpoint Rollback { get; } = new("POST", $"{ApiRoutes.Root}/models/{{name}}/rollback", AnswerRollback)
    {
        Name = "roll-back",
        Group = "Models",
        Summary = "Go back to the version before",
        Text = "Points the alias at the version that it pointed at before; that is held against its hashes first.",
        Scope = Scope.Admin,
        Parameters = [Parameter.Path("name", "The model.", "beauty")],
        Body = ModelRequest.Rollback.Schema(),
        Example = """{"reason":"empty lists for new customers"}""",
        Answered = Changed(),
        Refusals = [ProblemCode.NotFound, ProblemCode.Conflict],
    };

    static async Task AnswerPromote(ApiCall call)
    {
        var request = new ModelRequest();
        var keys = await RequestBody.ReadAsync(call.Context, ModelRequest.Promotion, request);
        var model = ModelLookup.Model(call);
        if (request.Version is not { } version) throw Suggestions.ScoredRequest.Missing("version", "version");
        if (request.IsForced && string.IsNullOrWhiteSpace(request.Reason)) throw Suggestions.ScoredRequest.Missing("reason", "force_reason");

        var candidate = ModelLookup.Version(model, version);
        var promotion = new GatedPromotion(model, candidate, request);
        var verdicts = promotion.Ask(call.Context.RequestAborted);
        var isForced = verdicts.Any(gate => !gate.Passed);
        if (isForced && !request.IsForced) throw new ProblemException(new(ApiCodes.GatesRefused) { Parameter = "version", Location = "body", Reason = GatedPromotion.Refusals(verdicts) });

        var from = Change(call, model, note => promotion.Run(note with { Gates = GatedPromotion.Lines(verdicts), IsForced = isForced }, call.Context.RequestAborted), request);
        Send(call, (model, request.Alias, version, from), keys, json =>
        {
            json.WriteBoolean(ModelKeys.Forced.In(keys), isForced);
            ModelJson.WriteGates(json, verdicts, keys);
        });
    }

    static async Task AnswerRollback(ApiCall call)
    {
        var request = new ModelRequest();
        var keys = await RequestBody.ReadAsync(call.Context, ModelRequest.Rollback, request);
        var (model, version) = (ModelLookup.Model(call), 0);
        var from = Change(call, model, note => version = model.Rollback(request.Alias, note, call.Context.RequestAborted), request);
        Send(call, (model, request.Alias, version, from), keys, _ => { });
    }

    // One writer a home: what the console writes at the moment is waited for.
    static int? Change(ApiCall call, StoredModel model, Action<HistoryNote> change, ModelRequest request)
    {
        try
        {
            using var writer = WriterLock.Acquire(call.Shop.Home, "serve", Wait, _ => { }, call.Context.RequestAborted);
            change(new(call.Shop.Caller, call.Api.Clock.GetUtcNow().UtcDateTime, request.Reason));
            return model.History[^1].From;
        }
        catch (UserErrorException refused) when (refused is not ProblemException)
        {
            var sentence = ModelLookup.Said(refused, model).Replace(call.Shop.Home.Path, "the home", StringComparison.Ordinal);
            throw new ProblemException(new(ProblemCode.Conflict) { Reason = sentence, Message = "CONFLICT.model" }, refused);
        }
    }

    static void Send(ApiCall call, (StoredModel Model, string Alias, int Version, int? From) moved, KeyCase keys, Action<System.Text.Json.Utf8JsonWriter> more)
    {
        var buffer = AnswerBuffer.Take();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteString(Keys.Model.In(keys), moved.Model.Name);
        json.WriteString(ModelKeys.Alias.In(keys), moved.Alias);
        json.WriteNumber(Keys.Version.In(keys), moved.Version);
        if (moved.From is { } from) json.WriteNumber(ModelKeys.From.In(keys), from);
        more(json);
        json.WriteEndObject();
        buffer.Send(call.Context);
    }

    static System.Text.Json.Nodes.JsonObject Changed(params (string, System.Text.Json.Nodes.JsonObject)[] more) => Schema.Object(null,
        [("model", Schema.Id()), ("alias", Schema.Text()), ("version", Schema.Count("Where the alias points now.")), ("from?", Schema.Count("Where it pointed before.")), .. more]);
}
