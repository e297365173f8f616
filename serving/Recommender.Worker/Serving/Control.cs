using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Recommender.Storage.State;
using Recommender.Worker.State;

namespace Recommender.Worker.Serving;

/// <summary>What a worker answers over its Unix socket: questions to its state, and the word to end.</summary>
static class Control
{
    /// <summary>Listens at the socket.</summary>
    public static void ListenForVerbs(this KestrelServerOptions kestrel, string socket) => kestrel.ListenUnixSocket(socket, listen =>
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(next => connection =>
        {
            connection.Features.Set(ControlConnection.Mark);
            return next(connection);
        });
    });

    /// <summary>Keeps what came in over the socket apart from everything else, in both directions.</summary>
    public static void UseControl(this WebApplication app) =>
        app.MapWhen(context => context.Features.Get<ControlConnection>() is not null, control => control.Run(AnswerAsync));

    static Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case WorkerSocket.StatePath:
                return AnswerStateAsync(context);
            case WorkerSocket.StopPath:
                context.RequestServices.GetRequiredService<IHostApplicationLifetime>().StopApplication();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    static async Task AnswerStateAsync(HttpContext context)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;   // a batch of changes is as large as it is
        var question = await JsonSerializer.DeserializeAsync(context.Request.Body, StateJson.Default.StateQuestion, context.RequestAborted);
        var answer = await question!.AskAsync(context.RequestServices.GetRequiredService<LiveState>(), context.RequestAborted);
        await context.Response.WriteAsJsonAsync(answer, StateJson.Default.StateAnswer, cancellationToken: context.RequestAborted);
    }
}
