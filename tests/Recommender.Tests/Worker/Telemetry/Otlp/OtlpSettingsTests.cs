using Microsoft.Extensions.Configuration;
using Recommender.Core;
using Recommender.Worker.Telemetry.Otlp;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Otlp;

public sealed class OtlpSettingsTests
{
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    const string Collector = "http://localhost:4317";

    [Fact]
    public void Without_a_collector_nothing_is_sent() => Assert.Equal(new(Traces: false, Metrics: false, Logs: false), Of());

    [Fact]
    public void One_address_is_for_all_signals() => Assert.Equal(new(Traces: true, Metrics: true, Logs: true), Of((Endpoint, Collector)));

    [Fact]
    public void A_signal_can_have_its_own_address_or_none()
    {
        Assert.Equal(new(Traces: false, Metrics: true, Logs: false), Of(("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", Collector)));
        Assert.Equal(new(Traces: true, Metrics: true, Logs: false), Of((Endpoint, Collector), ("OTEL_LOGS_EXPORTER", "none")));
    }

    [Fact]
    public void All_of_it_can_be_switched_off() => Assert.False(Of((Endpoint, Collector), ("OTEL_SDK_DISABLED", "true")).IsAny);

    [Theory]
    [InlineData(Endpoint, "collector", "http://localhost:4317")]
    [InlineData(Endpoint, "ftp://collector", "http://localhost:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "collector:4317", "http://localhost:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "http/protobuf")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "GRPC", "http/protobuf")]
    public void A_wrong_word_is_named_with_its_cure(string name, string value, string cure)
    {
        var mistake = Assert.Throws<UserErrorException>(() => Of((Endpoint, Collector), (name, value)));

        Assert.Contains(name, mistake.Message);
        Assert.Contains($"'{value}'", mistake.Message);
        Assert.Contains(cure, mistake.Message);
    }

    static OtlpSettings Of(params (string Name, string Value)[] variables) => OtlpSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(variables.GroupBy(each => each.Name).Select(each => KeyValuePair.Create(each.Key, (string?)each.Last().Value))).Build());
}
