// Made by `npm run generate` from the documents in openapi/. Do not edit.
export interface paths {
    "/_paddock/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the server is ready
         * @description Answers every caller, with or without a control token.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/openapi/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an OpenAPI document
         * @description The API's document in the profile `guide` or `official`, with the account's own behaviours (`account`), or this
         *     document (`control`), as JSON or YAML.
         */
        get: operations["getOpenApiDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read metrics
         * @description Totals of all accounts since the start, in the Prometheus text format: requests by operation and status, response
         *     times, delivery attempts by outcome, retries, waiting notifications, accounts.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the account
         * @description Removes all entities and faults, and resets clock and behaviours. The default account gets its initial fixtures again. Keys are kept.
         */
        post: operations["resetAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the account's clock */
        get: operations["getClock"];
        /** Set, stop or start the clock */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance the clock
         * @description Give durations, which are added up, or `to`, a time in the future of the clock.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/behaviours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the behaviours */
        get: operations["getBehaviours"];
        /**
         * Set the profile or single behaviours
         * @description `profile` sets all behaviours first, then `behaviours` changes single ones. Stored entities are not converted.
         */
        put: operations["setBehaviours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an API key for the account */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/keys/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke an API key of the account */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seed the account
         * @description The body has a list of entities for each kind: `customers`, `addresses`, `businesses`, `subscriptions` and so on.
         *     Entities are adapted to the API's schema, as in an import. The entities that they refer to must be in the seed or in
         *     the account. If one entity is invalid, none is added, and the response lists all invalid fields.
         *     `recorded` or `csv` alone are added as by an import, but all or none.
         */
        post: operations["seedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a destination
         * @description Like `POST /notification-settings`, but without the rate limit, permissions and the request log. An existing
         *     destination with the same URL stays unchanged.
         */
        post: operations["registerDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import exported or recorded data
         * @description Takes a CSV file of customers or addresses with a header line, or JSON as Paddle sent it since 2023: responses, lists,
         *     webhooks, notifications, recorded exchanges, and arrays of them. The kind of an entity follows from its ID. Valid
         *     entities are added, owners first; invalid ones are reported with all their errors. Fields that the API does not have
         *     are omitted, and missing required fields are filled in. Entities that recorded data refers to but does not contain
         *     get a placeholder with `{"paddock": "stand-in"}` as its custom data; importing the real entity later replaces it.
         *     The columns of a CSV file are the API's fields; missing columns get the values of a new entity.
         */
        post: operations["importEntities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the account's snapshots */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/snapshots/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Take a snapshot
         * @description Stores entities, events, waiting notifications, portal sessions, clock, behaviours and chaos settings. A snapshot of
         *     the same name is replaced. Keys, rate limits and logged requests are not part of it. A reset keeps snapshots.
         */
        put: operations["takeSnapshot"];
        /**
         * Restore a snapshot
         * @description The clock is set to the snapshot's time, and runs on from there if it ran. Deliveries in progress are cancelled;
         *     notifications that were waiting are delivered again. The snapshot is kept.
         */
        post: operations["restoreSnapshot"];
        /** Remove a snapshot */
        delete: operations["removeSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/fork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fork the account
         * @description Copies entities, events, waiting notifications, clock, behaviours and chaos settings to another account, which is
         *     independent from then on. Existing portal links still lead to the first account.
         */
        post: operations["forkAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Delivery attempts, newest first, with requests and responses.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/deliveries/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for due deliveries
         * @description Waits until no notification is due on the account's clock. Later retries are not waited for.
         */
        post: operations["settleDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List faults */
        get: operations["listFaults"];
        /**
         * Set the faults
         * @description Replaces all faults. Each request is compared with the faults in their order, and the first fault that matches and is
         *     due acts. Every fault counts the requests that it matches, even when another one acts. Requests that are refused
         *     earlier are not affected: a wrong key, an exceeded rate limit, an unknown URL.
         *
         *     A request can also choose its own fault, which then replaces the others, with the header `X-Paddock-Fault`: words
         *     separated by semicolons. An error is given by its code or status (`503;retry-after=2`). The other words are
         *     `delay=100`, `jitter=50`, `per-byte=0.1`, `reset-before`, `reset-after`, `truncated`, `broken-json`,
         *     `wrong-content-type`, `empty`, `stale` and `duplicate`. Responses name the fault that acted in the same header.
         */
        put: operations["replaceFaults"];
        /** Add a fault */
        post: operations["addFault"];
        /** Remove all faults */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/faults/{fault_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a fault */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests
         * @description The account's most recent requests and responses, oldest first, with secrets redacted. Requests that belong to no
         *     account are listed with the default account.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        /** Clear the request log */
        delete: operations["clearRequests"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/trigger/{event_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trigger an event
         * @description Changes the given entity, or creates one, so that the event and the API agree: if the event type implies a state, the
         *     entity gets that state with its dates. Created entities have their own events, in the order of a purchase:
         *     `customer.created`, `address.created`, then the entities that refer to them.
         */
        post: operations["triggerEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/chaos/{notification_setting_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        /** Read a destination's chaos settings */
        get: operations["getChaos"];
        /**
         * Set a destination's chaos settings
         * @description Replaces all settings; an empty object turns chaos off. Each setting counts how often it was applied.
         */
        put: operations["setChaos"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/secrets/{notification_setting_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a destination's secret
         * @description Until the old secret expires, deliveries carry one signature for each secret.
         */
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A stored state of the account.
         * @example {
         *       "name": "signed-up",
         *       "created_at": "2026-07-01T00:00:00.000Z"
         *     }
         */
        snapshot: {
            name: string;
            /**
             * Format: date-time
             * @description Time on the account's clock at which it was taken.
             */
            created_at: string;
        };
        /**
         * @description A delivery attempt.
         * @example {
         *       "id": "ntflog_01kpadd0ck000000000000000g",
         *       "notification_id": "ntf_01kpadd0ck000000000000000d",
         *       "notification_setting_id": "ntfset_01kpadd0ck000000000000000f",
         *       "destination": "http://127.0.0.1:3000/webhooks",
         *       "event_id": "evt_01kpadd0ck000000000000000c",
         *       "event_type": "customer.created",
         *       "attempt": 1,
         *       "attempted_at": "2026-07-01T00:00:01Z",
         *       "status": "delivered",
         *       "response_code": 200,
         *       "response_body": "OK",
         *       "signature": "ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978",
         *       "chaos": []
         *     }
         */
        delivery: {
            id: string;
            notification_id: string;
            notification_setting_id: string;
            destination: string;
            event_id: string;
            event_type: string;
            /** @description Number of the attempt, from 1. */
            attempt: number;
            /**
             * Format: date-time
             * @description Time on the account's clock.
             */
            attempted_at: string;
            /** @enum {string} */
            status: "delivered" | "failed";
            /** @description Status of the response; 0 when there was none. */
            response_code: number;
            response_body: string;
            /** @description The Paddle-Signature header that was sent; `null` for email. */
            signature: string | null;
            /** @description Chaos settings that were applied. */
            chaos: string[];
        };
        /**
         * @description A request with its response. Secrets are replaced by asterisks.
         * @example {
         *       "number": 1,
         *       "request_id": "7b0f1f0e-3c1f-4a53-8f0c-0f4d3a1c9f00",
         *       "received_at": "2026-07-01T00:00:00.000Z",
         *       "duration_ms": 0.412,
         *       "operation_id": "getCustomer",
         *       "params": {
         *         "customer_id": "ctm_01kpadd0ck000000000000000a"
         *       },
         *       "method": "GET",
         *       "url": "/customers/ctm_01kpadd0ck000000000000000a",
         *       "headers": {
         *         "authorization": "Bearer pdl_sdbx_apikey_01kpadd0ck0000000000000000_****"
         *       },
         *       "body": null,
         *       "fault": null,
         *       "status": 404,
         *       "response_headers": {
         *         "content-type": "application/json"
         *       },
         *       "response_body": null,
         *       "error_code": "not_found",
         *       "unexpected": null
         *     }
         */
        request: {
            /** @description Number of the request within the account, from 1. */
            number: number;
            request_id: string;
            /**
             * Format: date-time
             * @description Time on the account's clock.
             */
            received_at: string;
            /** @description Real milliseconds from the request's headers to its response. */
            duration_ms: number;
            /** @description `null` when the OpenAPI document has no such operation. */
            operation_id: string | null;
            /** @description Path parameters. */
            params: {
                [key: string]: string;
            };
            method: string;
            /** @description Path and query. */
            url: string;
            /** @description Headers by lower-case name. */
            headers: {
                [key: string]: string;
            };
            /** @description JSON, else text; `null` when no body was read. */
            body: unknown;
            /** @description ID of the fault that acted; `header` for one chosen by `X-Paddock-Fault`. */
            fault: string | null;
            /** @description Status of the response; 0 when there was none. */
            status: number;
            response_headers: {
                [key: string]: string;
            };
            /** @description JSON, or `null` when there was none. */
            response_body: unknown;
            error_code: string | null;
            /** @description Description of what the OpenAPI document does not have in the request. */
            unexpected: string | null;
        };
        /**
         * @description A simulated failure. Conditions select the requests; all that are given must match. At most one of `first`, `nth`,
         *     `every` and `probability` chooses among the matching requests; without any, all are affected. Effects can be combined
         *     where that is possible.
         * @example {
         *       "operation_id": "createCustomer",
         *       "first": 2,
         *       "error": "too_many_requests",
         *       "retry_after": 2
         *     }
         */
        fault: {
            /** @description Only requests for this operation, such as `createCustomer`. */
            operation_id?: string;
            /**
             * @description Only requests with this method.
             * @enum {string}
             */
            method?: "GET" | "POST" | "PATCH" | "DELETE";
            /** @description Only requests whose path matches this pattern. `*` matches anything but a slash, `**` matches anything. */
            path?: string;
            /** @description Only requests with this Paddle ID in their path. */
            entity_id?: string;
            /** @description Only requests with this header; without `value`, with any value. */
            header?: {
                name: string;
                value?: string;
            };
            /** @description Affects the first N matching requests. */
            first?: number;
            /** @description Affects only the Nth matching request, from 1. */
            nth?: number;
            /** @description Affects every Nth matching request. */
            every?: number;
            /** @description Affects each matching request with this probability. */
            probability?: number;
            /** @description Seed of `probability` and `jitter_ms`: the same requests give the same results. 0 by default. */
            seed?: number;
            /**
             * @description Refuses the request with an error code of Paddle's, or with status 429, 500, 502, 503 or 540. The request is not
             *     processed.
             */
            error?: string | number;
            /** @description Seconds in `Retry-After`. By default 1 for `too_many_requests`, none for other errors. */
            retry_after?: number;
            /** @description Delays the response by this many real milliseconds, after the request took effect. */
            delay_ms?: number;
            /** @description Largest additional random delay, in real milliseconds. */
            jitter_ms?: number;
            /** @description Additional delay for each byte of the response body, in real milliseconds. */
            delay_ms_per_byte?: number;
            /**
             * @description Resets the connection instead of responding, before or after the request is processed.
             * @enum {string}
             */
            reset?: "before" | "after";
            /**
             * @description Damages the response body: cut off, invalid JSON, declared as `text/html`, or, for a success, empty with
             *     status 200.
             * @enum {string}
             */
            body?: "truncated" | "broken_json" | "wrong_content_type" | "empty";
            /**
             * @description Answers a GET with entities as they were before their last change. Lists still filter by current values.
             * @constant
             */
            stale?: true;
            /**
             * @description Processes a POST twice in a row, and returns the second response.
             * @constant
             */
            duplicate?: true;
        };
        /**
         * @description A fault and its counts.
         * @example {
         *       "id": "fault_1",
         *       "fault": {
         *         "operation_id": "createCustomer",
         *         "first": 2,
         *         "error": 503
         *       },
         *       "matched": 3,
         *       "hits": 2
         *     }
         */
        "fault-state": {
            id: string;
            fault: components["schemas"]["fault"];
            /** @description Number of requests that matched. */
            matched: number;
            /** @description Number of requests that it affected. */
            hits: number;
        };
        /**
         * @description Failures of deliveries to a destination, applied in the order of deliveries.
         * @example {
         *       "duplicate": true,
         *       "drop_first": 2
         *     }
         */
        chaos: {
            /** @description Sends each delivery twice. */
            duplicate?: boolean;
            /** @description Delays each first attempt by this many seconds, on the account's clock. */
            delay_seconds?: number;
            /** @description Collects this many notifications and sends them in reverse order. */
            reorder?: number;
            /** @description Fails this many attempts without sending them. */
            drop_first?: number;
            /** @description Signs deliveries with a wrong secret. */
            wrong_signature?: boolean;
            /** @description Dates signatures one hour back. */
            stale_timestamp?: boolean;
        };
    };
    responses: {
        /** @description The account's clock. */
        clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "now": "2026-07-01T00:00:00.000Z",
                 *       "frozen": false
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    now: string;
                    frozen: boolean;
                };
            };
        };
        /** @description The snapshot. */
        snapshot: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "name": "signed-up",
                 *       "created_at": "2026-07-01T00:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["snapshot"];
            };
        };
        /** @description The account's behaviours. */
        behaviours: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "profile": "guide",
                 *       "behaviours": {
                 *         "duplicate-emails": "allow"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The profile that has exactly these values, or `null`. */
                    profile: string | null;
                    behaviours: {
                        [key: string]: string;
                    };
                };
            };
        };
        /** @description The account's faults, in order. */
        faults: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "faults": []
                 *     }
                 */
                "application/json": {
                    faults: components["schemas"]["fault-state"][];
                };
            };
        };
        /** @description Chaos settings, and how often each was applied. */
        chaos: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "chaos": {
                 *         "drop_first": 2
                 *       },
                 *       "applied": {
                 *         "drop_first": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    chaos: components["schemas"]["chaos"];
                    /** @description Counts by setting. */
                    applied: {
                        [key: string]: number;
                    };
                };
            };
        };
        /** @description The request was refused. `detail` says why and what to do. */
        refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "invalid_request",
                 *         "detail": "Could not advance the clock: to is in the past of the account's clock. Give a later time."
                 *       }
                 *     }
                 */
                "application/json": {
                    error: {
                        /** @enum {string} */
                        code: "draining" | "forbidden" | "invalid_request" | "not_found" | "unsupported_media_type";
                        detail: string;
                    };
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server is ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        version: string;
                    };
                };
            };
            503: components["responses"]["refused"];
            "4XX": components["responses"]["refused"];
        };
    };
    getOpenApiDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example account.yaml */
                file: "guide.json" | "guide.yaml" | "official.json" | "official.yaml" | "account.json" | "account.yaml" | "control.json" | "control.yaml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0"
                     *     }
                     */
                    "application/json": Record<string, never>;
                    /** @example openapi: 3.1.0 */
                    "application/yaml": string;
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example paddock_requests_total{operation="getCustomer",status="200"} 12 */
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    resetAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["clock"];
            "4XX": components["responses"]["refused"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "now": "2026-07-01T00:00:00Z",
                 *       "frozen": true
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Time to set the clock to.
                     */
                    now?: string;
                    /** @description `true` stops the clock until it is advanced. */
                    frozen?: boolean;
                };
            };
        };
        responses: {
            200: components["responses"]["clock"];
            "4XX": components["responses"]["refused"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 1,
                 *       "hours": 12
                 *     }
                 */
                "application/json": {
                    milliseconds?: number;
                    seconds?: number;
                    minutes?: number;
                    hours?: number;
                    days?: number;
                    /** Format: date-time */
                    to?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["clock"];
            "4XX": components["responses"]["refused"];
        };
    };
    getBehaviours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["behaviours"];
            "4XX": components["responses"]["refused"];
        };
    };
    setBehaviours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "behaviours": {
                 *         "duplicate-emails": "reject"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description `guide` or `official`. */
                    profile?: string;
                    /** @description Values by behaviour. */
                    behaviours?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: components["responses"]["behaviours"];
            "4XX": components["responses"]["refused"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "permissions": [
                 *         "customer.read"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Permissions of the key, such as `customer.read`. All by default. */
                    permissions?: ("address.read" | "address.write" | "adjustment.read" | "adjustment.write" | "api_key.read" | "balance_currency.read" | "balance_currency.write" | "business.read" | "business.write" | "checkout_domain.read" | "checkout_domain.write" | "checkout_settings.read" | "checkout_settings.write" | "client_token.read" | "client_token.write" | "currency_conversion.read" | "currency_conversion.write" | "customer.read" | "customer.write" | "customer_auth_token.write" | "customer_portal_session.write" | "discount.read" | "discount.write" | "metrics.read" | "notification.read" | "notification.write" | "notification_setting.read" | "notification_setting.write" | "notification_simulation.read" | "notification_simulation.write" | "payment_method.read" | "payment_method.write" | "price.read" | "price.write" | "product.read" | "product.write" | "report.read" | "report.write" | "statement_descriptor.read" | "statement_descriptor.write" | "subscription.read" | "subscription.write" | "subscription_history.read" | "tax_settings.read" | "tax_settings.write" | "transaction.read" | "transaction.write" | "verification.read")[];
                    /**
                     * Format: date-time
                     * @description Expiry of the key on the account's clock. Never by default.
                     */
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description The new key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockSandboxReader00_000",
                     *       "permissions": [
                     *         "customer.read"
                     *       ],
                     *       "expires_at": null
                     *     }
                     */
                    "application/json": {
                        api_key: string;
                        permissions: string[] | null;
                        /** Format: date-time */
                        expires_at: string | null;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockSandboxReader00_000"
                 *     }
                 */
                "application/json": {
                    api_key: string;
                };
            };
        };
        responses: {
            /** @description The key is revoked. Requests with it are refused with `invalid_token`. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    seedAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customers": [
                 *         {
                 *           "id": "ctm_01kpadd0ck0000000000000001",
                 *           "name": "Sam Miller",
                 *           "email": "sam@example.com",
                 *           "marketing_consent": false,
                 *           "status": "active",
                 *           "custom_data": {
                 *             "plan": "pro"
                 *           },
                 *           "locale": "en-US",
                 *           "created_at": "2026-07-01T00:00:00Z",
                 *           "updated_at": "2026-07-01T00:00:00Z",
                 *           "import_meta": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description JSON as the API returned it. */
                    recorded?: unknown;
                    /** @description The text of a CSV file. */
                    csv?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Numbers of added entities by kind. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customers": 1,
                     *       "addresses": 0,
                     *       "businesses": 0,
                     *       "subscriptions": 0,
                     *       "transactions": 0
                     *     }
                     */
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    registerDestination: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "destination": "http://127.0.0.1:3000/webhooks",
                 *       "subscribed_events": [
                 *         "customer.created"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description http or https URL that receives the events. `localhost` is the machine that the server runs on. */
                    destination: string;
                    /** @description Secret to sign deliveries with. Generated by default. */
                    endpoint_secret_key?: string;
                    /** @description Event types to send. All by default. */
                    subscribed_events?: string[];
                    /**
                     * @description Whether to deliver past events too, up to the last 1,000.
                     * @default false
                     */
                    past_events?: boolean;
                };
            };
        };
        responses: {
            /** @description The destination. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ntfset_01kpadd0ck000000000000000f",
                     *       "destination": "http://127.0.0.1:3000/webhooks",
                     *       "endpoint_secret_key": "pdl_ntfset_01kpadd0ck000000000000000f_9aYgNbCkWm3Tq7Xr5Zs1Vd8Ue2Pf6Hj4"
                     *     }
                     */
                    "application/json": {
                        /** @description Paddle ID of the notification setting. */
                        id: string;
                        destination: string;
                        endpoint_secret_key: string;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    importEntities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "csv": "email,name\nsam@example.com,Sam Miller\n"
                 *     }
                 */
                "application/json": {
                    /** @description The text of a CSV file. It may also be the request body itself, as `text/csv`. */
                    csv?: string;
                    /** @description JSON as the API returned it. */
                    recorded?: unknown;
                };
                /**
                 * @example email,name
                 *     sam@example.com,Sam Miller
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Numbers of added entities by kind, refused rows, and notes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": {
                     *         "customers": 1,
                     *         "addresses": 0,
                     *         "businesses": 0,
                     *         "subscriptions": 0,
                     *         "transactions": 1
                     *       },
                     *       "refused": [
                     *         {
                     *           "row": 3,
                     *           "id": "ctm_01kpadd0ck0000000000000001",
                     *           "faults": [
                     *             {
                     *               "field": "email",
                     *               "reason": "is required"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "notes": [
                     *         {
                     *           "about": "transactions.ledger_id",
                     *           "rows": 1,
                     *           "note": "is not a field of the API and was left out"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        accepted: {
                            [key: string]: number;
                        };
                        refused: {
                            /** @description The line in a CSV file, or the position of the entity, from 1. */
                            row: number;
                            /** @description ID of the entity in the source, or `null`. */
                            id: string | null;
                            faults: {
                                /** @description The invalid field, or `null` for the whole entity. */
                                field: string | null;
                                reason: string;
                            }[];
                        }[];
                        /** @description Changes made to the data while importing. */
                        notes: {
                            /** @description The kind of entity, or one of its fields. */
                            about: string;
                            rows: number;
                            note: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Snapshots by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "snapshots": [
                     *         {
                     *           "name": "signed-up",
                     *           "created_at": "2026-07-01T00:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        snapshots: components["schemas"]["snapshot"][];
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    takeSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["snapshot"];
            "4XX": components["responses"]["refused"];
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["snapshot"];
            "4XX": components["responses"]["refused"];
        };
    };
    removeSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    forkAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockForkedAccount00_000"
                 *     }
                 */
                "application/json": {
                    /** @description An unused key. Generated by default. */
                    api_key?: string;
                };
            };
        };
        responses: {
            /** @description The new account's key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockForkedAccount00_000"
                     *     }
                     */
                    "application/json": {
                        api_key: string;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only attempts for this destination. */
                notification_setting_id?: string;
                /** @description Only attempts for events of this type. */
                event_type?: string;
                /** @description Only attempts with this outcome. */
                status?: "delivered" | "failed";
                /** @description Largest number of attempts to return. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempts, and the number of waiting notifications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deliveries": [],
                     *       "waiting": 0
                     *     }
                     */
                    "application/json": {
                        deliveries: components["schemas"]["delivery"][];
                        /** @description Notifications that are due now or later. */
                        waiting: number;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    settleDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "timeout_ms": 5000
                 *     }
                 */
                "application/json": {
                    /** @description Longest time to wait, in real milliseconds. 10,000 by default. */
                    timeout_ms?: number;
                };
            };
        };
        responses: {
            /** @description `settled` is true if nothing is due any more; `due` and `later` count the waiting notifications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "settled": true,
                     *       "due": 0,
                     *       "later": 0
                     *     }
                     */
                    "application/json": {
                        settled: boolean;
                        /** @description Notifications that are still due. */
                        due: number;
                        /** @description Notifications that are due later. */
                        later: number;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["faults"];
            "4XX": components["responses"]["refused"];
        };
    };
    replaceFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "faults": [
                 *         {
                 *           "operation_id": "createCustomer",
                 *           "first": 2,
                 *           "error": 503
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    faults: components["schemas"]["fault"][];
                };
            };
        };
        responses: {
            200: components["responses"]["faults"];
            "4XX": components["responses"]["refused"];
        };
    };
    addFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operation_id": "createCustomer",
                 *       "nth": 1,
                 *       "reset": "after"
                 *     }
                 */
                "application/json": components["schemas"]["fault"];
            };
        };
        responses: {
            /** @description The fault. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["fault-state"];
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. Responses that are already delayed stay delayed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the fault. */
                fault_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Only requests for this operation. */
                operation_id?: string;
                /** @description Only requests with this method. */
                method?: string;
                /** @description Only requests whose path starts with this. */
                path?: string;
                /** @description Only requests answered with one of these statuses; `4XX` stands for 400 to 499. */
                status?: string[];
                /** @description Only the request with this ID. */
                request_id?: string;
                /** @description Only requests that contain this text in the URL or a body, such as an entity's ID. */
                contains?: string;
                /** @description Only requests that the OpenAPI document does not describe, or only those that it does. */
                unexpected?: "true" | "false";
                /** @description Only requests after the one with this number. */
                after?: number;
                /** @description Largest number of requests to return; the most recent ones are returned. */
                limit?: number;
                /** @description `har` for an HTTP Archive, `curl` for a shell script or `typescript` for a program; the latter two send the requests again, to `PADDLE_URL` with `PADDLE_API_KEY` from their environment, and replace the IDs of created entities by those of the new ones. */
                format?: "json" | "har" | "curl" | "typescript";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests, and their total number, including those no longer kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requests": [],
                     *       "total": 0
                     *     }
                     */
                    "application/json": {
                        requests: components["schemas"]["request"][];
                        total: number;
                    };
                    /** @example #!/bin/sh */
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    clearRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    triggerEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The event type. */
                event_type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overrides": {
                 *         "name": "Sam Smith"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description ID of the entity. By default, one is created. For events of other kinds it may be the ID of a customer, which
                     *     then owns the created entity.
                     */
                    entity_id?: string;
                    /** @description Fields of the entity to set before the event. */
                    overrides?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "event_id": "evt_01kpadd0ck000000000000000c",
                     *       "event_type": "customer.updated",
                     *       "occurred_at": "2026-07-01T00:00:00Z",
                     *       "data": {
                     *         "id": "ctm_01kpadd0ck0000000000000001",
                     *         "name": "Sam Smith",
                     *         "email": "sam@example.com",
                     *         "marketing_consent": false,
                     *         "status": "active",
                     *         "custom_data": {
                     *           "plan": "pro"
                     *         },
                     *         "locale": "en-US",
                     *         "created_at": "2026-07-01T00:00:00Z",
                     *         "updated_at": "2026-07-01T00:00:00Z",
                     *         "import_meta": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        event_id: string;
                        event_type: string;
                        /** Format: date-time */
                        occurred_at: string;
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    getChaos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["chaos"];
            "4XX": components["responses"]["refused"];
        };
    };
    setChaos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "duplicate": true,
                 *       "drop_first": 2
                 *     }
                 */
                "application/json": components["schemas"]["chaos"];
            };
        };
        responses: {
            200: components["responses"]["chaos"];
            "4XX": components["responses"]["refused"];
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlap_seconds": 3600
                 *     }
                 */
                "application/json": {
                    /** @description Seconds until the old secret expires, on the account's clock. 86,400 by default. */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint_secret_key": "pdl_ntfset_01kpadd0ck000000000000000f_9aYgNbCkWm3Tq7Xr5Zs1Vd8Ue2Pf6Hj4"
                     *     }
                     */
                    "application/json": {
                        endpoint_secret_key: string;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
}
