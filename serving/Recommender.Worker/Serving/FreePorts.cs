using System.Net;
using System.Net.Sockets;

namespace Recommender.Worker.Serving;

/// <summary>Ports for somebody who did not ask for any.</summary>
static class FreePorts
{
    /// <summary>The options for the usual ports where both are free, else for any that are.</summary>
    public static string[] UsualOrAny() =>
        IsFree(ServeOptions.UsualPort) && IsFree(ServeOptions.UsualPort + 1) ? [] : ["--port", "0"];

    static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
