-- wrk -s load.lua ADDRESS -- FILE FIRST
-- Sends the requests of FILE in their order, from line FIRST: method, path, cookies and body, separated by tabs.
-- A file that ends begins again. Prints how often each status came, and percentiles in ms.
local requests, next_one = {}, 1

function init(args)
    for line in io.lines(args[1]) do
        local method, path, cookies, body = line:match("^(%S+)\t(%S+)\t([^\t]*)\t(.*)$")
        local headers = {}
        if cookies ~= "" then headers["Cookie"] = cookies end
        if method == "POST" then headers["Content-Type"] = "application/x-www-form-urlencoded" end
        requests[#requests + 1] = wrk.format(method, path, headers, body)
    end
    next_one = tonumber(args[2]) % #requests
end

function request()
    next_one = next_one % #requests + 1
    return requests[next_one]
end

local statuses, threads = {}, {}

function response(status)
    statuses[status] = (statuses[status] or 0) + 1
    wrk.thread:set("status_" .. status, statuses[status])
end

function setup(thread)
    table.insert(threads, thread)
end

function done(_, latency)
    for _, thread in ipairs(threads) do
        for status = 200, 599 do
            local count = thread:get("status_" .. status)
            if count then print("status " .. status .. " " .. count) end
        end
    end
    print(string.format("p50 %.3f\np99 %.3f", latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
