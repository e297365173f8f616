using System.Buffers;
using System.Text.Json;
using Recommender.Engine.Pool;
using Recommender.Worker.Telemetry.Views;

namespace Recommender.Worker.Telemetry.Health;

/// <summary>Readiness as JSON: the one word for everybody, the rest for those who may see it.</summary>
static class ReadyJson
{
    public static ReadOnlyMemory<byte> Of(ReadyState state, View view)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteBoolean("ready", state.IsReady);
        if (view.Refusal is null) WriteDetail(json, state, view.OnlyTenant);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    static void WriteDetail(Utf8JsonWriter json, ReadyState state, string? onlyTenant)
    {
        json.WriteBoolean("draining", state.IsDraining);
        if (onlyTenant is null) WriteProblems(json, state.Problems);
        json.WriteStartArray("models");
        foreach (var model in state.Models)
        {
            if (onlyTenant is null || model.Tenant == onlyTenant) Write(json, model);
        }
        json.WriteEndArray();
    }

    static void WriteProblems(Utf8JsonWriter json, IReadOnlyList<string> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems) json.WriteStringValue(problem);
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, ModelStatus model)
    {
        json.WriteStartObject();
        json.WriteString("tenant", model.Tenant);
        json.WriteString("model", model.Model);
        json.WriteString("alias", model.Alias);
        Write(json, "wanted", model.Wanted);
        Write(json, "live", model.Live);
        json.WriteString("problem", model.Problem);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, int? version)
    {
        if (version is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
