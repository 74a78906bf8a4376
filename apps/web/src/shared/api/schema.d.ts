// Made by `npm run api:types` from the OpenAPI document of the code. Do not edit.

import type { Decimal, Points } from "@hz/kernel";
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can serve: database, durability, queue */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus (direct calls from the own network only) */
        get: operations["Metrics.text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The description of this API (OpenAPI 3.1) */
        get: operations["Description.document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the queues */
        get: operations["Queue.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs of a queue */
        get: operations["Queue.jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a failed job again */
        post: operations["Queue.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the deliveries that failed for good */
        get: operations["Outbox.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver again */
        post: operations["Outbox.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the audit trail */
        get: operations["Audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check the audit chain */
        get: operations["Audit.check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the accounts */
        get: operations["Accounts.page"];
        put?: never;
        /** Sign up as a candidate; the reply is the same for a known address */
        post: operations["Login.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["Login.begin"];
        /** Sign out */
        delete: operations["Login.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to set a new password */
        post: operations["Login.requestReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by the link */
        post: operations["Login.completeReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["Me.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change names or language */
        patch: operations["Me.change"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password */
        post: operations["Me.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/logins/end-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere */
        post: operations["Me.endAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the set-up of an authenticator */
        post: operations["Me.setUpTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the authenticator */
        post: operations["Me.confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identity-document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record the identity document */
        put: operations["Me.putDocument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identity-document/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show one's own document number (audited) */
        post: operations["Me.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Disable an account, change its roles or institution */
        patch: operations["Accounts.change"];
        trace?: never;
    };
    "/api/v1/people/{id}/accommodation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Grant extra time and breaks */
        put: operations["Accounts.accommodate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the institutions */
        get: operations["Institutions.list"];
        put?: never;
        /** Add an institution */
        post: operations["Institutions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the institution's people */
        get: operations["Institutions.people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys */
        get: operations["Institutions.keys"];
        put?: never;
        /** Make an API key; it is shown once */
        post: operations["Institutions.createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/api-keys/{keyId}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace an API key by a new one; both work during the overlap */
        post: operations["Institutions.rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["Institutions.revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/framework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The framework: domains, directions, roles and levels */
        get: operations["Framework.overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/framework/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A role with its duties and skills */
        get: operations["Framework.role"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published certification schemes */
        get: operations["Scheme.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certification scheme */
        get: operations["Scheme.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List items */
        get: operations["Item.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An item with its key */
        get: operations["Item.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/banks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List item banks */
        get: operations["Item.banks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blueprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the blueprints */
        get: operations["Blueprint.list"];
        put?: never;
        /** Publish a blueprint; the same code makes a new version */
        post: operations["Blueprint.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blueprints/{id}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assemble a form from the blueprint */
        post: operations["Blueprint.assembleForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the forms */
        get: operations["Form.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Preview a form, without keys */
        get: operations["Form.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a form; it is frozen from then on */
        post: operations["Form.publishForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the sessions; drafts are for those who run exams */
        get: operations["Session.list"];
        put?: never;
        /** Plan a session */
        post: operations["Session.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a session */
        get: operations["Session.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a session that is a draft */
        patch: operations["Session.change"];
        trace?: never;
    };
    "/api/v1/sessions/{id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a session */
        post: operations["Session.openSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a session: nobody may start any more */
        post: operations["Session.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a session */
        post: operations["Session.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roster of a session */
        get: operations["Registration.roster"];
        put?: never;
        /** Register for a session */
        post: operations["Registration.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own registrations */
        get: operations["Registration.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}/ticket.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the admission ticket */
        get: operations["Registration.ticketPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw from a session */
        delete: operations["Registration.withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/registrations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the roster */
        get: operations["Registration.rosterCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registrations of the institution's people */
        get: operations["Registration.ofInstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/server-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The server's time */
        get: operations["Attempt.time"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}/attempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the waiting room */
        post: operations["Attempt.prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own attempts */
        get: operations["Attempt.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State and times of an attempt */
        get: operations["Attempt.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the attempt, or go on with it */
        post: operations["Attempt.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/lease": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the writing over on this device */
        post: operations["Attempt.takeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attempts of a session, live */
        get: operations["Attempt.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in an attempt, and what was refused of it */
        get: operations["Attempt.evidenceOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the platform is doing, and its latest incidents */
        get: operations["ExamDay.status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/resits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who sits again */
        get: operations["ExamDay.resits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report of a sitting */
        get: operations["ExamDay.report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep contact, and learn how the attempt stands */
        post: operations["Heartbeat.beat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The incidents of a session */
        get: operations["Incident.list"];
        put?: never;
        /** Open an incident by hand */
        post: operations["Incident.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An incident and whom it hit */
        get: operations["Incident.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the compensation */
        post: operations["Incident.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismiss the incident */
        post: operations["Incident.dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/resit-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the re-sit list */
        post: operations["Incident.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/late-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers that came late or were refused */
        get: operations["LateAnswer.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/late-answers/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide whether an answer counts */
        post: operations["LateAnswer.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/additions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of answers after the hand-in */
        get: operations["LateAnswer.accepted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/offline-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring answers that were given without contact */
        post: operations["OfflineAnswer.claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sealed paper, encrypted */
        get: operations["Paper.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/response-files/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a response file; nothing is stored */
        post: operations["ResponseFile.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/response-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a response file */
        post: operations["ResponseFile.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The saved responses */
        get: operations["Response.saved"];
        put?: never;
        /** Save responses */
        post: operations["Response.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Flag items */
        put: operations["Response.flag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the next section */
        post: operations["Response.enterSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/integrity-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what happened in the room, as evidence */
        post: operations["Response.evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in */
        post: operations["Response.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt */
        get: operations["Response.receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marking/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queues of open responses by item */
        get: operations["Marking.queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marking/items/{sessionId}/{itemVersionId}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim the next script */
        post: operations["Marking.next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marking/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last five scripts that I marked */
        get: operations["Marking.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marking/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A script with its present mark */
        get: operations["Marking.one"];
        /** Mark a script, or change its mark */
        put: operations["Marking.mark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marking/tasks/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the mark back */
        post: operations["Marking.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marking/tasks/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass the script on to another marker */
        post: operations["Marking.skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marking/tasks/{id}/flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Flag the script for the exam manager */
        post: operations["Marking.flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/grading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of scoring and marking */
        get: operations["Release.progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release the results */
        post: operations["Release.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My results */
        get: operations["Result.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my results */
        get: operations["Result.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest checkpoint of the transparency log */
        get: operations["Log.checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verifier keys of the transparency log */
        get: operations["Log.key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/tile/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tile or an entry bundle of the transparency log (C2SP tlog-tiles) */
        get: operations["Log.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/proof/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The inclusion proof of a place in the log */
        get: operations["Log.proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/consistency/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consistency proof from an earlier checkpoint to the newest, as a witness takes it */
        get: operations["Log.consistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/cosignatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A witness hands in its cosignature */
        post: operations["Log.cosign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify a certificate by number and name, or by number and the code of its QR code */
        post: operations["Verification.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify a certificate by number, for institutions; name or code are compared where they are given, else no holder is shown */
        get: operations["Verification.forInstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify a certificate, for institutions: by number, or by the credential that its holder showed (JSON or VC-JWT) */
        post: operations["Verification.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The test certificates, one in each state */
        get: operations["Verification.sandboxCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the batches */
        get: operations["Institution.page"];
        put?: never;
        /** Verify many certificates: one question in JSON per line (NDJSON), up to 10,000 lines */
        post: operations["Institution.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The progress of a batch */
        get: operations["Institution.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results, one JSON per line; `after` goes on behind a line */
        get: operations["Institution.results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a batch off; what is answered stays */
        post: operations["Institution.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the institution asked within thirty days */
        get: operations["Institution.asked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-queries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["Institution.exported"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/did.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The issuer's keys (did:web) */
        get: operations["Documents.issuer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A Bitstring Status List of W3C */
        get: operations["Documents.statusList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status-lists/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A Bitstring Status List of suspensions */
        get: operations["Documents.suspensionList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON-LD contexts of the credentials */
        get: operations["Documents.contexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The copy of a JSON-LD context */
        get: operations["Documents.context"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My certificates */
        get: operations["MyCertificates.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My certificate as a signed PDF */
        get: operations["MyCertificates.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All certificates */
        get: operations["Certificates.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificates/{number}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a certificate */
        post: operations["Certificates.revocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate and what happened to it */
        get: operations["Certificates.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificates/{number}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend a certificate */
        post: operations["Certificates.suspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificates/{number}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the suspension of a certificate */
        post: operations["Certificates.reinstatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificates/{number}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a certificate again: lost, or under another name */
        post: operations["Certificates.reissue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ca/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The root certificate behind signed PDFs (X.509, DER): `root.crt` is the one of now; others go by the id of their key */
        get: operations["Authority.certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates of certificates */
        get: operations["Templates.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-templates/{scope}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template of certificates */
        get: operations["Templates.one"];
        /** Save the draft of a template */
        put: operations["Templates.draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-templates/{scope}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a template */
        post: operations["Templates.publication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-templates/{scope}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A template as it will look */
        post: operations["Templates.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-template-pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a picture of a seal or a signature */
        post: operations["Templates.addPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-template-pictures/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a seal or a signature */
        get: operations["Templates.picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate as PDF, by the hash of its bytes */
        get: operations["Documents.document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sessions/{sessionId}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the certificates of a session are */
        get: operations["Documents.progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sessions/{sessionId}/certificates/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All certificates of a session as one archive */
        get: operations["Documents.archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/score-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My score report as a signed PDF */
        get: operations["HolderDocuments.scoreReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/registration-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My registration card as a signed PDF */
        get: operations["HolderDocuments.card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The forms of my certificate, and what each shows */
        get: operations["HolderCredentials.forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/credential": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My certificate as a verifiable credential */
        get: operations["HolderCredentials.credential"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My certificate as VC-JWT */
        get: operations["HolderCredentials.token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/badge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My badge: a PNG with the credential baked in */
        get: operations["HolderCredentials.badge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asked about my certificate within thirty days */
        get: operations["AskedAbout.about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/rechecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Re-checks of what was issued */
        get: operations["Recheck.overview"];
        put?: never;
        /** Examine everything now */
        post: operations["Recheck.now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/recheck-faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Faults that re-checks came upon */
        get: operations["Recheck.faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The renewal of the registration of my certificate */
        get: operations["MyRenewal.state"];
        put?: never;
        /** Renew the registration */
        post: operations["MyRenewal.renewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/education": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in continuing education */
        post: operations["MyRenewal.education"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/education-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Continuing education that was handed in */
        get: operations["RenewalDesk.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/education-records/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse continuing education */
        post: operations["RenewalDesk.decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/scheme-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What schemes ask for a renewal, and their credits */
        get: operations["RenewalDesk.rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/scheme-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the renewal and credit rules of a scheme */
        put: operations["RenewalDesk.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{number}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My appeal against a revocation */
        get: operations["Appeal.state"];
        put?: never;
        /** Appeal against a revocation */
        post: operations["Appeal.appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appeals against revocations */
        get: operations["Appeal.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/appeals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an appeal */
        post: operations["Appeal.decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/public-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My public page */
        get: operations["PublicPage.own"];
        /** Show, change or take back my public page */
        put: operations["PublicPage.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-pages/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public page of a holder */
        get: operations["PublicPage.shown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/export-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mappings of exports */
        get: operations["Export.list"];
        put?: never;
        /** Add a mapping */
        post: operations["Export.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/export-mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a mapping */
        put: operations["Export.change"];
        post?: never;
        /** Remove a mapping */
        delete: operations["Export.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview an export */
        post: operations["Export.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/certificate-exports/learning-outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export learning outcomes */
        get: operations["Export.outcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/export-mappings/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export certificates by a mapping */
        get: operations["Export.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the mails that were kept (development only) */
        get: operations["Mailbox.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks */
        get: operations["Webhooks.list"];
        put?: never;
        /** Make a webhook; its secret is shown once */
        post: operations["Webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a webhook and its log */
        delete: operations["Webhooks.remove"];
        options?: never;
        head?: never;
        /** Change a webhook, or switch it off or on */
        patch: operations["Webhooks.change"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret-rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the earlier one signs too for a day */
        post: operations["Webhooks.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message */
        post: operations["Webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent, with every attempt */
        get: operations["Webhooks.log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-deliveries/{id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again */
        post: operations["Webhooks.again"];
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
        Liveness: {
            /** @constant */
            status: "live";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "degraded" | "unavailable";
            database: {
                ok: boolean;
            };
            durability: {
                ok: boolean;
                settings: string;
            };
            replica: {
                ok: boolean;
                ageMs: number | null;
            } | null;
            queue: {
                ok: boolean;
                /** @enum {string} */
                backend: "redis" | "postgres";
            };
        };
        QueueList: {
            rows: components["schemas"]["QueueView"][];
        };
        QueueView: {
            name: string;
            jobs: string[];
            counts: {
                [key: string]: number;
            };
        };
        QueueJobList: {
            rows: components["schemas"]["QueueJobView"][];
        };
        QueueJobView: {
            id: string;
            name: string;
            outboxId: string | null;
            addedAt: number;
            attempts: number;
            failure: string | null;
        };
        StuckDeliveryList: {
            rows: components["schemas"]["StuckDelivery"][];
        };
        StuckDelivery: {
            outboxId: string;
            job: string;
            event: string;
            key: string;
            attempts: number;
            error: string;
            stuckAt: number;
        };
        RetryDelivery: {
            job: string;
        };
        AuditEntryPage: {
            rows: components["schemas"]["AuditEntryView"][];
            nextCursor: string | null;
            total: number | null;
        };
        AuditEntryView: {
            id: string;
            no: number | null;
            at: number;
            actor: string;
            action: string;
            objectType: string;
            objectId: string;
            details: {
                [key: string]: unknown;
            };
            hash: string | null;
        };
        AuditChainReport: {
            links: number;
            unlinked: number;
            fault: {
                no: number;
                /** @enum {string} */
                fault: "number-gap" | "broken-link" | "altered";
            } | null;
        };
        SignUp: {
            /** Format: email */
            email: string;
            password: string;
            legalName: string;
            /**
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        SignIn: {
            email: string;
            password: string;
            code?: string;
        };
        Login: {
            csrfToken: string;
        };
        RequestPasswordReset: {
            /** Format: email */
            email: string;
        };
        CompletePasswordReset: {
            password: string;
        };
        Me: {
            /** Format: uuid */
            accountId: string;
            /** Format: uuid */
            personId: string;
            email: string;
            displayName: string;
            legalName: string;
            legalNamePinyin: string | null;
            /** @enum {string} */
            language: "zh" | "en";
            roles: ("candidate" | "author" | "reviewer" | "exam-manager" | "invigilator" | "marker" | "institution-clerk" | "administrator" | "auditor")[];
            institution: {
                /** Format: uuid */
                id: string;
                name: {
                    zh: string;
                    en?: string;
                };
            } | null;
            document: {
                type: string;
                masked: string;
            } | null;
            secondFactor: {
                needed: boolean;
                confirmed: boolean;
            };
            csrfToken: string;
        };
        ChangeMe: {
            displayName?: string;
            legalName?: string;
            legalNamePinyin?: string | null;
            /** @enum {string} */
            language?: "zh" | "en";
        };
        ChangePassword: {
            current: string;
            next: string;
        };
        BeginTotp: {
            code?: string;
        };
        TotpSetUp: {
            uri: string;
            secret: string;
        };
        ConfirmTotp: {
            code: string;
        };
        RecoveryCodes: {
            codes: string[];
        };
        IdentityDocument: {
            /** @enum {string} */
            type: "resident-id" | "passport" | "hk-mo-permit" | "tw-permit";
            number: string;
        };
        MaskedDocument: {
            /** @enum {string} */
            type: "resident-id" | "passport" | "hk-mo-permit" | "tw-permit";
            masked: string;
        };
        AccountPage: {
            rows: components["schemas"]["AccountRow"][];
            nextCursor: string | null;
            total: number | null;
        };
        AccountRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            email: string;
            displayName: string;
            legalName: string;
            /** @enum {string} */
            status: "active" | "disabled";
            roles: ("candidate" | "author" | "reviewer" | "exam-manager" | "invigilator" | "marker" | "institution-clerk" | "administrator" | "auditor")[];
            institutionId: string | null;
            accommodation: {
                extraTimePercent: number;
                breakMinutes: number;
            };
            createdAt: number;
        };
        ChangeAccount: {
            /** @enum {string} */
            status?: "active" | "disabled";
            roles?: ("candidate" | "author" | "reviewer" | "exam-manager" | "invigilator" | "marker" | "institution-clerk" | "administrator" | "auditor")[];
            institutionId?: string | null;
        };
        AccommodationInput: {
            extraTimePercent: number;
            breakMinutes: number;
        };
        InstitutionList: {
            rows: components["schemas"]["Institution"][];
        };
        Institution: {
            /** Format: uuid */
            id: string;
            code: string;
            name: {
                zh: string;
                en?: string;
            };
            createdAt: number;
        };
        CreateInstitution: {
            code: string;
            name: {
                zh: string;
                en?: string;
            };
        };
        InstitutionPersonPage: {
            rows: components["schemas"]["InstitutionPerson"][];
            nextCursor: string | null;
            total: number | null;
        };
        InstitutionPerson: {
            /** Format: uuid */
            personId: string;
            displayName: string;
            legalName: string;
        };
        ApiKeyList: {
            rows: components["schemas"]["ApiKey"][];
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            prefix: string;
            scopes: ("certificates:read" | "certificates:batch" | "queries:read" | "webhooks:manage")[];
            dailyQuota: number;
            usedToday: number;
            createdAt: number;
            lastUsedAt: number | null;
            revokedAt: number | null;
            expiresAt: number | null;
            replacedBy: string | null;
            sandbox: boolean;
        };
        CreateApiKey: {
            name: string;
            scopes: ("certificates:read" | "certificates:batch" | "queries:read" | "webhooks:manage")[];
            /** @default 1000 */
            dailyQuota: number;
            /** @default false */
            sandbox: boolean;
        };
        NewApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            prefix: string;
            scopes: ("certificates:read" | "certificates:batch" | "queries:read" | "webhooks:manage")[];
            dailyQuota: number;
            usedToday: number;
            createdAt: number;
            lastUsedAt: number | null;
            revokedAt: number | null;
            expiresAt: number | null;
            replacedBy: string | null;
            sandbox: boolean;
            key: string;
        };
        RotateApiKey: {
            /** @default 168 */
            overlapHours: number;
        };
        FrameworkView: {
            domains: {
                id: string;
                name: {
                    zh: string;
                    en?: string;
                };
                directions: {
                    id: string;
                    name: {
                        zh: string;
                        en?: string;
                    };
                    roles: components["schemas"]["RoleSummary"][];
                }[];
            }[];
            levels: {
                /** @enum {string} */
                id: "L5" | "L4" | "L3" | "L2" | "L1";
                no: number;
                name: {
                    zh: string;
                    en?: string;
                };
                description: {
                    zh: string;
                    en?: string;
                } | null;
            }[];
        };
        RoleSummary: {
            id: string;
            no: number;
            name: {
                zh: string;
                en?: string;
            };
            summary: {
                zh: string;
                en?: string;
            } | null;
        };
        RoleView: {
            id: string;
            no: number;
            name: {
                zh: string;
                en?: string;
            };
            directionId: string;
            summary: {
                zh: string;
                en?: string;
            } | null;
            duties: {
                zh: string;
                en?: string;
            }[];
            headings: {
                id: string;
                name: {
                    zh: string;
                    en?: string;
                };
                skills: components["schemas"]["RoleSkill"][];
            }[];
            added: {
                skill: components["schemas"]["RoleSkill"];
                reason: {
                    zh: string;
                    en?: string;
                };
            }[];
        };
        RoleSkill: {
            id: string;
            kind: string;
            name: {
                zh: string;
                en?: string;
            };
            definition: {
                zh: string;
                en?: string;
            } | null;
            emphasis: number;
        };
        SchemeList: {
            rows: components["schemas"]["SchemeView"][];
        };
        SchemeView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            versionId: string;
            version: number;
            code: string;
            roleId: string;
            roleName: {
                zh: string;
                en?: string;
            };
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            /** @enum {string} */
            status: "draft" | "published" | "retired";
            publishedAt: number | null;
            body: components["schemas"]["SchemeBody"];
        };
        SchemeBody: {
            title: {
                zh: string;
                en?: string;
            };
            components: {
                /** @enum {string} */
                code: "theory" | "practical" | "review";
                title: {
                    zh: string;
                    en?: string;
                };
                weight: number;
                /** Points */
                passMark: Points;
                /** Points */
                outOf: Points;
            }[];
            eligibility: components["schemas"]["EligibilityRule"];
            attemptsAllowed: number;
            waitingDays: number;
            /** @constant */
            achievement: "permanent";
            registrationValidityMonths: number;
            feeNote?: {
                zh: string;
                en?: string;
            };
        };
        EligibilityRule: {
            /** @constant */
            kind: "open";
        } | {
            /** @constant */
            kind: "all";
            of: components["schemas"]["EligibilityRule"][];
        } | {
            /** @constant */
            kind: "any";
            of: components["schemas"]["EligibilityRule"][];
        } | {
            /** @constant */
            kind: "years-of-work";
            atLeast: number;
        } | {
            /** @constant */
            kind: "certificate";
            role: string;
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            yearsSince: number;
        } | {
            /** @constant */
            kind: "education";
            /** @enum {string} */
            atLeast: "secondary" | "junior-college" | "bachelor" | "master" | "doctor";
            related: boolean;
            finalYear: boolean;
        };
        ItemPage: {
            rows: components["schemas"]["ItemSummary"][];
            nextCursor: string | null;
            total: number | null;
        };
        ItemSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            versionId: string;
            version: number;
            code: string;
            bankId: string;
            /** @enum {string} */
            pool: "practice" | "exam" | "pretest";
            /** @enum {string} */
            status: "live" | "retired";
            /** @enum {string} */
            type: "single-choice" | "multiple-response" | "true-false" | "text-entry" | "numeric-entry" | "match" | "order" | "inline-choice" | "extended-text";
            skillId: string;
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            /** @enum {string} */
            cognitive: "remember" | "understand" | "apply" | "analyse" | "evaluate" | "create";
            facility: string;
            /** Points */
            points: Points;
            seconds: number;
            stem: {
                zh: string;
                en?: string;
            };
        };
        ItemDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            versionId: string;
            version: number;
            code: string;
            bankId: string;
            /** @enum {string} */
            pool: "practice" | "exam" | "pretest";
            /** @enum {string} */
            status: "live" | "retired";
            /** @enum {string} */
            type: "single-choice" | "multiple-response" | "true-false" | "text-entry" | "numeric-entry" | "match" | "order" | "inline-choice" | "extended-text";
            skillId: string;
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            /** @enum {string} */
            cognitive: "remember" | "understand" | "apply" | "analyse" | "evaluate" | "create";
            facility: string;
            /** Points */
            points: Points;
            seconds: number;
            stem: {
                zh: string;
                en?: string;
            };
            body: {
                stem: {
                    zh: string;
                    en?: string;
                };
                interaction: {
                    /** @constant */
                    type: "single-choice";
                    choices: {
                        id: string;
                        text: {
                            zh: string;
                            en?: string;
                        };
                    }[];
                    shuffle: boolean;
                } | {
                    /** @constant */
                    type: "multiple-response";
                    choices: {
                        id: string;
                        text: {
                            zh: string;
                            en?: string;
                        };
                    }[];
                    shuffle: boolean;
                    maxChoices: number;
                } | {
                    /** @constant */
                    type: "true-false";
                } | {
                    /** @constant */
                    type: "text-entry";
                    maxLength: number;
                } | {
                    /** @constant */
                    type: "numeric-entry";
                    unit?: {
                        zh: string;
                        en?: string;
                    };
                } | {
                    /** @constant */
                    type: "match";
                    sources: {
                        id: string;
                        text: {
                            zh: string;
                            en?: string;
                        };
                    }[];
                    targets: {
                        id: string;
                        text: {
                            zh: string;
                            en?: string;
                        };
                    }[];
                    shuffle: boolean;
                } | {
                    /** @constant */
                    type: "order";
                    choices: {
                        id: string;
                        text: {
                            zh: string;
                            en?: string;
                        };
                    }[];
                } | {
                    /** @constant */
                    type: "inline-choice";
                    gaps: {
                        id: string;
                        choices: {
                            id: string;
                            text: {
                                zh: string;
                                en?: string;
                            };
                        }[];
                    }[];
                } | {
                    /** @constant */
                    type: "extended-text";
                    maxLength: number;
                };
            };
            source: {
                zh: string;
                en?: string;
            };
            publishedAt: number | null;
            versions: {
                /** Format: uuid */
                id: string;
                version: number;
                /** @enum {string} */
                status: "draft" | "published" | "retired";
            }[];
            key: components["schemas"]["ItemKey"];
        };
        ItemKey: {
            rule: {
                /** @constant */
                type: "single-choice";
                key: string;
            } | {
                /** @constant */
                type: "multiple-response";
                keys: string[];
                /** @enum {string} */
                policy: "all-or-nothing" | "right-minus-wrong" | "no-wrong-then-share";
            } | {
                /** @constant */
                type: "true-false";
                key: boolean;
            } | {
                /** @constant */
                type: "text-entry";
                accept: string[];
                caseSensitive: boolean;
            } | {
                /** @constant */
                type: "numeric-entry";
                /** Decimal */
                answer: Decimal;
                tolerance?: {
                    /** Decimal */
                    absolute: Decimal;
                } | {
                    /** Decimal */
                    relative: Decimal;
                };
                significantDigits?: number;
                units?: string[];
            } | {
                /** @constant */
                type: "match";
                pairs: {
                    [key: string]: string;
                };
                /** @enum {string} */
                policy: "share" | "all-or-nothing";
            } | {
                /** @constant */
                type: "order";
                sequence: string[];
                /** @enum {string} */
                policy: "all-or-nothing" | "adjacent-pairs";
            } | {
                /** @constant */
                type: "inline-choice";
                gaps: {
                    [key: string]: string;
                };
                /** @enum {string} */
                policy: "share" | "all-or-nothing";
            } | {
                /** @constant */
                type: "extended-text";
            };
            rationale: {
                zh: string;
                en?: string;
            };
            optionRationales: {
                [key: string]: {
                    zh: string;
                    en?: string;
                };
            };
            rubric?: {
                criteria: {
                    id: string;
                    title: {
                        zh: string;
                        en?: string;
                    };
                    levels: {
                        /** Points */
                        points: Points;
                        text: {
                            zh: string;
                            en?: string;
                        };
                    }[];
                }[];
            };
            exemplar?: {
                zh: string;
                en?: string;
            };
        };
        BankList: {
            rows: components["schemas"]["BankView"][];
        };
        BankView: {
            id: string;
            name: {
                zh: string;
                en?: string;
            };
            items: number;
            byPool: {
                [key: string]: number;
            };
        };
        BlueprintList: {
            rows: components["schemas"]["BlueprintView"][];
        };
        BlueprintView: {
            /** Format: uuid */
            id: string;
            code: string;
            version: number;
            /** Format: uuid */
            schemeVersionId: string;
            /** @enum {string} */
            status: "published" | "retired";
            createdAt: number;
            forms: number;
            body: components["schemas"]["BlueprintBody"];
        };
        BlueprintBody: {
            title: {
                zh: string;
                en?: string;
            };
            bank: string;
            sections: {
                id: string;
                /** @enum {string} */
                component: "theory" | "practical" | "review";
                title: {
                    zh: string;
                    en?: string;
                };
                items?: number | {
                    min?: number;
                    max?: number;
                };
                points?: number | {
                    min?: number;
                    max?: number;
                };
                seconds?: number | {
                    min?: number;
                    max?: number;
                };
                facility?: number | {
                    min?: number;
                    max?: number;
                };
                types?: ("single-choice" | "multiple-response" | "true-false" | "text-entry" | "numeric-entry" | "match" | "order" | "inline-choice" | "extended-text")[];
                levels?: ("L5" | "L4" | "L3" | "L2" | "L1")[];
                skills?: string[];
                /** @default [] */
                exclude: string[];
                /** @default [] */
                mix: ({
                    /** @constant */
                    by: "skill";
                    of: string[];
                    items?: number | {
                        min?: number;
                        max?: number;
                    };
                    points?: number | {
                        min?: number;
                        max?: number;
                    };
                } | {
                    /** @constant */
                    by: "level";
                    of: ("L5" | "L4" | "L3" | "L2" | "L1")[];
                    items?: number | {
                        min?: number;
                        max?: number;
                    };
                    points?: number | {
                        min?: number;
                        max?: number;
                    };
                } | {
                    /** @constant */
                    by: "cognitive";
                    of: ("remember" | "understand" | "apply" | "analyse" | "evaluate" | "create")[];
                    items?: number | {
                        min?: number;
                        max?: number;
                    };
                    points?: number | {
                        min?: number;
                        max?: number;
                    };
                } | {
                    /** @constant */
                    by: "type";
                    of: ("single-choice" | "multiple-response" | "true-false" | "text-entry" | "numeric-entry" | "match" | "order" | "inline-choice" | "extended-text")[];
                    items?: number | {
                        min?: number;
                        max?: number;
                    };
                    points?: number | {
                        min?: number;
                        max?: number;
                    };
                })[];
            }[];
        };
        CreateBlueprint: {
            code: string;
            /** Format: uuid */
            schemeVersionId: string;
            body: components["schemas"]["BlueprintBody"];
        };
        AssembleForm: {
            seed?: string;
        };
        FormOutline: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            blueprintId: string;
            /** Format: uuid */
            schemeVersionId: string;
            /** @enum {string} */
            status: "draft" | "published";
            title: {
                zh: string;
                en?: string;
            };
            /** Points */
            points: Points;
            items: number;
            contentHash: string;
            createdAt: number;
            publishedAt: number | null;
            sections: {
                id: string;
                /** @enum {string} */
                component: "theory" | "practical" | "review";
                title: {
                    zh: string;
                    en?: string;
                };
                /** Points */
                points: Points;
                items: {
                    ref: string;
                    /** @enum {string} */
                    type: "single-choice" | "multiple-response" | "true-false" | "text-entry" | "numeric-entry" | "match" | "order" | "inline-choice" | "extended-text";
                    /** Points */
                    points: Points;
                }[];
            }[];
        };
        FormList: {
            rows: components["schemas"]["FormSummary"][];
        };
        FormSummary: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            blueprintId: string;
            /** Format: uuid */
            schemeVersionId: string;
            /** @enum {string} */
            status: "draft" | "published";
            title: {
                zh: string;
                en?: string;
            };
            /** Points */
            points: Points;
            items: number;
            contentHash: string;
            createdAt: number;
            publishedAt: number | null;
        };
        FormView: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            blueprintId: string;
            /** Format: uuid */
            schemeVersionId: string;
            /** @enum {string} */
            status: "draft" | "published";
            title: {
                zh: string;
                en?: string;
            };
            /** Points */
            points: Points;
            items: number;
            contentHash: string;
            createdAt: number;
            publishedAt: number | null;
            seed: string;
            sections: {
                id: string;
                /** @enum {string} */
                component: "theory" | "practical" | "review";
                title: {
                    zh: string;
                    en?: string;
                };
                items: {
                    ref: string;
                    /** Format: uuid */
                    itemVersionId: string;
                    skillId: string;
                    /** Points */
                    points: Points;
                    body: {
                        stem: {
                            zh: string;
                            en?: string;
                        };
                        interaction: {
                            /** @constant */
                            type: "single-choice";
                            choices: {
                                id: string;
                                text: {
                                    zh: string;
                                    en?: string;
                                };
                            }[];
                            shuffle: boolean;
                        } | {
                            /** @constant */
                            type: "multiple-response";
                            choices: {
                                id: string;
                                text: {
                                    zh: string;
                                    en?: string;
                                };
                            }[];
                            shuffle: boolean;
                            maxChoices: number;
                        } | {
                            /** @constant */
                            type: "true-false";
                        } | {
                            /** @constant */
                            type: "text-entry";
                            maxLength: number;
                        } | {
                            /** @constant */
                            type: "numeric-entry";
                            unit?: {
                                zh: string;
                                en?: string;
                            };
                        } | {
                            /** @constant */
                            type: "match";
                            sources: {
                                id: string;
                                text: {
                                    zh: string;
                                    en?: string;
                                };
                            }[];
                            targets: {
                                id: string;
                                text: {
                                    zh: string;
                                    en?: string;
                                };
                            }[];
                            shuffle: boolean;
                        } | {
                            /** @constant */
                            type: "order";
                            choices: {
                                id: string;
                                text: {
                                    zh: string;
                                    en?: string;
                                };
                            }[];
                        } | {
                            /** @constant */
                            type: "inline-choice";
                            gaps: {
                                id: string;
                                choices: {
                                    id: string;
                                    text: {
                                        zh: string;
                                        en?: string;
                                    };
                                }[];
                            }[];
                        } | {
                            /** @constant */
                            type: "extended-text";
                            maxLength: number;
                        };
                    };
                }[];
            }[];
        };
        SessionList: {
            rows: components["schemas"]["SessionView"][];
        };
        SessionView: {
            /** Format: uuid */
            id: string;
            code: string;
            title: {
                zh: string;
                en?: string;
            };
            /** Format: uuid */
            schemeVersionId: string;
            /** @enum {string} */
            status: "draft" | "open" | "closed" | "released" | "cancelled";
            opensAt: number;
            closesAt: number;
            registrationOpensAt: number;
            registrationClosesAt: number;
            capacity: number;
            registered: number;
            rules: components["schemas"]["SessionRules"];
            releasedAt: number | null;
            formIds: string[] | null;
            warnings: components["schemas"]["SessionWarning"][] | null;
        };
        SessionRules: {
            durationMinutes: number;
            lateEntryMinutes: number | null;
            earliestHandInMinutes: number;
            graceSeconds: number;
            shuffleItems: boolean;
            shuffleChoices: boolean;
            /** @enum {string} */
            windowPolicy: "hand-in-by-close" | "start-by-close";
            sections: components["schemas"]["SectionRule"][];
            outageLimitMinutes?: number;
        };
        SectionRule: {
            id: string;
            /** @enum {string} */
            navigation: "free" | "one-way";
            /** @enum {string} */
            time: "own" | "shared";
            minutes?: number;
            carryOver?: boolean;
            minMinutes?: number;
        };
        SessionWarning: {
            /** @enum {string} */
            code: "accommodation-passes-window" | "late-start-passes-window" | "too-little-capacity";
            params: {
                [key: string]: string | number;
            };
        };
        SessionDraft: {
            title: {
                zh: string;
                en?: string;
            };
            /** Format: uuid */
            schemeVersionId: string;
            formIds: string[];
            opensAt: number;
            closesAt: number;
            registrationOpensAt: number;
            registrationClosesAt: number;
            capacity: number;
            rules: components["schemas"]["SessionRules"];
        };
        SessionChange: {
            title?: {
                zh: string;
                en?: string;
            };
            /** Format: uuid */
            schemeVersionId?: string;
            formIds?: string[];
            opensAt?: number;
            closesAt?: number;
            registrationOpensAt?: number;
            registrationClosesAt?: number;
            capacity?: number;
            rules?: components["schemas"]["SessionRules"];
        };
        SessionClosing: {
            /** @default false */
            early: boolean;
        };
        SessionCancellation: {
            reason: string;
        };
        Register: {
            /** @constant */
            pledge: true;
            claims: components["schemas"]["RegistrationClaims"];
        };
        RegistrationClaims: {
            /** @default 0 */
            yearsOfWork: number;
            /** @default null */
            education: {
                /** @enum {string} */
                step: "secondary" | "junior-college" | "bachelor" | "master" | "doctor";
                related: boolean;
                /** @default false */
                finalYear: boolean;
            } | null;
            /** @default [] */
            certificates: {
                role: string;
                /** @enum {string} */
                level: "L5" | "L4" | "L3" | "L2" | "L1";
                /** Format: date */
                issuedOn: string;
                number?: string;
            }[];
        };
        MyRegistration: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "confirmed" | "withdrawn" | "cancelled";
            seatNo: number;
            ticketNo: string;
            registeredAt: number;
            accommodation: components["schemas"]["Accommodation"];
            session: {
                /** Format: uuid */
                id: string;
                code: string;
                title: {
                    zh: string;
                    en?: string;
                };
                /** @enum {string} */
                status: "draft" | "open" | "closed" | "released" | "cancelled";
                /** Format: uuid */
                schemeVersionId: string;
                opensAt: number;
                closesAt: number;
                durationMinutes: number;
                lateEntryMinutes: number | null;
                earliestHandInMinutes: number;
            };
            mayWithdraw: boolean;
        };
        Accommodation: {
            extraTimePercent: number;
            breakMinutes: number;
        };
        MyRegistrations: {
            rows: components["schemas"]["MyRegistration"][];
        };
        Roster: {
            rows: components["schemas"]["RosterRow"][];
            nextCursor: string | null;
            total: number | null;
        };
        RosterRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            name: string;
            institutionId: string | null;
            /** @enum {string} */
            status: "confirmed" | "withdrawn" | "cancelled";
            seatNo: number;
            ticketNo: string;
            registeredAt: number;
            accommodation: components["schemas"]["Accommodation"];
        };
        InstitutionRegistrations: {
            rows: components["schemas"]["InstitutionRegistration"][];
            nextCursor: string | null;
            total: number | null;
        };
        InstitutionRegistration: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            name: string;
            /** @enum {string} */
            status: "confirmed" | "withdrawn" | "cancelled";
            ticketNo: string;
            registeredAt: number;
            /** Format: uuid */
            sessionId: string;
            sessionTitle: {
                zh: string;
                en?: string;
            };
            opensAt: number;
        };
        ServerTime: {
            serverTime: number;
        };
        AttemptView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            sessionId: string;
            /** Format: uuid */
            registrationId: string;
            /** @enum {string} */
            status: "prepared" | "started" | "submitted";
            /** @enum {string} */
            language: "zh" | "en";
            title: {
                zh: string;
                en?: string;
            };
            serverTime: number;
            opensAt: number;
            latestStartAt: number | null;
            closesAt: number;
            workingMs: number;
            rules: components["schemas"]["SessionRules"];
            startedAt: number | null;
            deadlineAt: number | null;
            graceEndsAt: number | null;
            earliestHandInAt: number | null;
            sections: components["schemas"]["SectionState"] | null;
            leaseNo: number;
            paper: components["schemas"]["PaperRef"] | null;
            submittedAt: number | null;
            submittedBy: ("candidate" | "worker") | null;
            incidents: components["schemas"]["IncidentNotice"][];
        };
        SectionState: {
            open: string[];
            closed: string[];
            enteredAt: number;
            endsAt: number | null;
            carriedMs: number;
        };
        PaperRef: {
            digest: string;
            bytes: number;
            url: string;
        };
        IncidentNotice: {
            /** Format: uuid */
            incidentId: string;
            /** @enum {string} */
            kind: "platform" | "line" | "room";
            beganAt: number;
            endedAt: number;
            /** @enum {string} */
            outcome: "extended" | "resit";
            addedMs: number;
        };
        AttemptList: {
            rows: components["schemas"]["AttemptView"][];
        };
        StartAttempt: {
            /** @constant */
            pledge: true;
            /** Format: uuid */
            pageId?: string;
            pageKey?: string;
        };
        StartedAttempt: {
            attempt: components["schemas"]["AttemptView"];
            lease: components["schemas"]["WriterLease"];
            seed: string;
            paperKeys: components["schemas"]["PaperKeys"] | null;
        };
        WriterLease: {
            /** Format: uuid */
            leaseId: string;
            leaseNo: number;
            macKey: string;
        };
        PaperKeys: {
            digest: string;
            publicKey: string;
            iv: string;
            box: string;
        };
        TakeOverAttempt: {
            /** Format: uuid */
            pageId?: string;
            pageKey?: string;
        };
        LiveAttempts: {
            rows: components["schemas"]["LiveAttempt"][];
            serverTime: number;
        };
        LiveAttempt: {
            /** Format: uuid */
            attemptId: string;
            /** Format: uuid */
            registrationId: string;
            name: string;
            seatNo: number;
            /** @enum {string} */
            status: "prepared" | "started" | "submitted";
            startedAt: number | null;
            deadlineAt: number | null;
            submittedAt: number | null;
            submittedBy: ("candidate" | "worker") | null;
            saves: number;
            lastSavedAt: number | null;
            evidence: {
                [key: string]: number;
            };
        };
        AttemptEvidence: {
            /** Format: uuid */
            attemptId: string;
            events: {
                /** @enum {string} */
                kind: "left-window" | "pasted" | "copied" | "offline" | "second-tab" | "left-full-screen";
                durationMs: number;
                details: {
                    [key: string]: string | number;
                };
                receivedAt: number;
            }[];
            rejectedSaves: {
                seq: number;
                itemRef: string;
                value: string | string[] | {
                    [key: string]: string;
                } | null;
                /** @enum {string} */
                why: "not-started" | "closed" | "not-the-writer" | "past-grace" | "section-closed" | "sequence-taken";
                receivedAt: number;
            }[];
        };
        PlatformStatus: {
            serverTime: number;
            upSince: number | null;
            running: number;
            laterToday: number;
            endedToday: number;
            candidatesAtWork: number;
            incidents: {
                /** @enum {string} */
                kind: "platform" | "line" | "room";
                beganAt: number;
                endedAt: number;
                extended: number;
                resits: number;
            }[];
        };
        ResitList: {
            rows: components["schemas"]["Resit"][];
        };
        Resit: {
            /** Format: uuid */
            incidentId: string;
            /** @enum {string} */
            kind: "platform" | "line" | "room";
            beganAt: number;
            endedAt: number;
            /** Format: uuid */
            registrationId: string;
            name: string;
            seatNo: number;
            ticketNo: string;
            /** @enum {string} */
            reason: "outage-beyond-limit" | "closed-meanwhile" | "could-not-start";
            lostMs: number;
            excluded: boolean;
            confirmedAt: number | null;
        };
        SessionReport: {
            /** Format: uuid */
            sessionId: string;
            serverTime: number;
            registered: number;
            prepared: number;
            started: number;
            submittedByCandidate: number;
            submittedByWorker: number;
            saves: number;
            lateResponses: number;
            lateCandidates: number;
            lateAnswers: {
                waiting: number;
                accepted: number;
                refused: number;
            };
            rejectedSaves: {
                /** @enum {string} */
                why: "not-started" | "closed" | "not-the-writer" | "past-grace" | "section-closed" | "sequence-taken";
                count: number;
                candidates: number;
            }[];
            ownLosses: number;
            compensatedMs: number;
            incidents: {
                incident: components["schemas"]["Incident"];
                affected: components["schemas"]["AffectedCandidate"][];
            }[];
            resits: components["schemas"]["Resit"][];
        };
        Incident: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            sessionId: string;
            /** @enum {string} */
            kind: "platform" | "line" | "room";
            /** @enum {string} */
            basis: "own-gap" | "whole";
            seats: number[] | null;
            movesWindow: boolean;
            beganAt: number;
            endedAt: number | null;
            foundAt: number;
            openedBy: string | null;
            note: string;
            /** @enum {string} */
            state: "proposed" | "approved" | "dismissed";
            decidedAt: number | null;
            decidedBy: string | null;
            decisionNote: string;
            beyondLimit: boolean;
            outcomes: {
                extended: number;
                resit: number;
                "handed-in": number;
                none: number;
            };
            resitConfirmedAt: number | null;
            resitConfirmedBy: string | null;
        };
        AffectedCandidate: {
            /** Format: uuid */
            registrationId: string;
            attemptId: string | null;
            name: string;
            seatNo: number;
            ticketNo: string;
            /** @enum {string} */
            status: "registered" | "prepared" | "started" | "submitted";
            submittedBy: ("candidate" | "worker") | null;
            gapMs: number;
            cause: ("platform" | "line" | "own") | null;
            reportedMs: number | null;
            browserOffline: boolean;
            lostMs: number;
            windowMs: number;
            deadlineBefore: number | null;
            deadlineAfter: number | null;
            /** @enum {string} */
            outcome: "extended" | "resit" | "handed-in" | "none";
            resitReason: ("outage-beyond-limit" | "closed-meanwhile" | "could-not-start") | null;
            resitExcluded: boolean;
        };
        Heartbeat: {
            /** Format: uuid */
            leaseId: string;
            lostForMs: number;
            browserOffline: boolean;
        };
        HeartbeatReply: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            sessionId: string;
            /** Format: uuid */
            registrationId: string;
            /** @enum {string} */
            status: "prepared" | "started" | "submitted";
            /** @enum {string} */
            language: "zh" | "en";
            title: {
                zh: string;
                en?: string;
            };
            serverTime: number;
            opensAt: number;
            latestStartAt: number | null;
            closesAt: number;
            workingMs: number;
            rules: components["schemas"]["SessionRules"];
            startedAt: number | null;
            deadlineAt: number | null;
            graceEndsAt: number | null;
            earliestHandInAt: number | null;
            sections: components["schemas"]["SectionState"] | null;
            leaseNo: number;
            paper: components["schemas"]["PaperRef"] | null;
            submittedAt: number | null;
            submittedBy: ("candidate" | "worker") | null;
            incidents: components["schemas"]["IncidentNotice"][];
            beacon: components["schemas"]["TimeBeacon"] | null;
            fileKey: components["schemas"]["ResponseFileKey"];
        };
        TimeBeacon: {
            at: number;
            lastSeq: number;
            mac: string;
        };
        ResponseFileKey: {
            id: string;
            publicKey: string;
        };
        IncidentList: {
            rows: components["schemas"]["Incident"][];
            outageLimitMinutes: number;
            ownLosses: number;
            serverTime: number;
        };
        OpenIncident: {
            /** @enum {string} */
            kind: "platform" | "line" | "room";
            /** @enum {string} */
            basis: "own-gap" | "whole";
            beganAt: number;
            endedAt: number;
            seats: number[] | null;
            note: string;
        };
        IncidentDetail: {
            incident: components["schemas"]["Incident"];
            affected: components["schemas"]["AffectedCandidate"][];
        };
        IncidentApproval: {
            beganAt: number;
            endedAt: number;
            /** @default  */
            note: string;
        };
        IncidentDismissal: {
            note: string;
        };
        ResitConfirmation: {
            excluded: string[];
            /** @default  */
            note: string;
        };
        LateAnswers: {
            rows: components["schemas"]["LateAnswer"][];
            isCut: boolean;
            isReleased: boolean;
        };
        LateAnswer: {
            id: string;
            /** Format: uuid */
            attemptId: string;
            /** Format: uuid */
            registrationId: string;
            seatNo: number;
            name: string;
            itemRef: string;
            seq: number;
            value: string | string[] | {
                [key: string]: string;
            } | null;
            /** @enum {string} */
            source: "page" | "file" | "save";
            notBefore: number | null;
            claimedAt: number | null;
            receivedAt: number;
            endsAt: number | null;
            /** @enum {string} */
            verdict: "counts" | "decide" | "refused";
            why: ("past-grace" | "closed" | "not-the-writer" | "section-closed" | "no-beacon" | "sequence-taken" | "chain-broken" | "beacon-forged" | "before-beacon" | "numbered-before-beacon" | "after-receipt" | "given-after-end" | "not-started") | null;
            saved: {
                value: string | string[] | {
                    [key: string]: string;
                } | null;
                savedAt: number;
            } | null;
            isClosed: boolean;
            decision: {
                accepted: boolean;
                reason: string;
                by: string;
                at: number;
            } | null;
        };
        AnswerDecision: {
            accept: boolean;
            reason: string;
        };
        ReceiptAdditionsReply: {
            additions: components["schemas"]["ReceiptAdditions"] | null;
            declined: number;
            waiting: number;
        };
        ReceiptAdditions: {
            /** Format: uuid */
            attemptId: string;
            receiptHash: string;
            answers: {
                itemRef: string;
                seq: number;
                value: string | string[] | {
                    [key: string]: string;
                } | null;
                acceptedAt: number;
            }[];
            hash: string;
            signature: string;
            publicKey: string;
        };
        JournalPart: {
            previous: string | "";
            head: string;
            beacons: components["schemas"]["TimeBeacon"][];
            links: {
                seq: number;
                itemRef: string;
                digest: string;
                value?: string | string[] | {
                    [key: string]: string;
                } | null;
                at: number;
                leaseNo: number;
                beacon: number | null;
                sinceMs: number | null;
            }[];
        };
        ClaimOutcomes: {
            outcomes: components["schemas"]["ClaimOutcome"][];
            serverTime: number;
            mac: string;
        };
        ClaimOutcome: {
            seq: number;
            itemRef: string;
            /** @enum {string} */
            outcome: "there" | "counts" | "decide" | "refused";
            why: ("past-grace" | "closed" | "not-the-writer" | "section-closed" | "no-beacon" | "sequence-taken" | "chain-broken" | "beacon-forged" | "before-beacon" | "numbered-before-beacon" | "after-receipt" | "given-after-end") | null;
            ack: components["schemas"]["SaveAck"] | null;
        };
        SaveAck: {
            seq: number;
            savedAt: number;
            count: number;
            late: boolean;
            mac: string;
        };
        UploadedResponseFile: {
            /** Format: base64 */
            file: string;
        };
        ResponseFileReport: {
            digest: string;
            /** Format: uuid */
            attemptId: string;
            seatNo: number;
            name: string;
            isKnown: boolean;
            answers: {
                seq: number;
                itemRef: string;
                notBefore: number | null;
                claimedAt: number | null;
                /** @enum {string} */
                outcome: "there" | "counts" | "decide" | "refused";
                why: ("past-grace" | "closed" | "not-the-writer" | "section-closed" | "no-beacon" | "sequence-taken" | "chain-broken" | "beacon-forged" | "before-beacon" | "numbered-before-beacon" | "after-receipt" | "given-after-end") | null;
            }[];
        };
        SaveResponses: {
            /** Format: uuid */
            leaseId: string;
            saves: {
                seq: number;
                itemRef: string;
                value: string | string[] | {
                    [key: string]: string;
                } | null;
            }[];
        };
        SavedResponses: {
            acks: components["schemas"]["SaveAck"][];
            serverTime: number;
        };
        AttemptResponses: {
            responses: {
                itemRef: string;
                seq: number;
                value: string | string[] | {
                    [key: string]: string;
                } | null;
                savedAt: number;
            }[];
            lastSeq: number;
            flags: string[];
        };
        AttemptFlags: {
            flags: string[];
        };
        EnterSection: {
            /** Format: uuid */
            leaseId: string;
            sectionId: string;
            pageKey?: string;
        };
        EnteredSection: {
            attempt: components["schemas"]["AttemptView"];
            paperKeys: components["schemas"]["PaperKeys"] | null;
        };
        IntegrityEvents: {
            events: {
                /** @enum {string} */
                kind: "left-window" | "pasted" | "copied" | "offline" | "second-tab" | "left-full-screen";
                durationMs: number;
                /** @default {} */
                details: {
                    [key: string]: string | number;
                };
            }[];
        };
        SubmitAttempt: {
            /** Format: uuid */
            leaseId: string;
        };
        Receipt: {
            /** Format: uuid */
            attemptId: string;
            /** Format: uuid */
            sessionId: string;
            submittedAt: number;
            /** @enum {string} */
            submittedBy: "candidate" | "worker";
            responses: {
                itemRef: string;
                seq: number;
                value: string | string[] | {
                    [key: string]: string;
                } | null;
            }[];
            hash: string;
            signature: string;
            publicKey: string;
        };
        MarkingQueues: {
            rows: components["schemas"]["MarkingQueue"][];
        };
        MarkingQueue: {
            /** Format: uuid */
            sessionId: string;
            sessionTitle: {
                zh: string;
                en?: string;
            };
            /** Format: uuid */
            itemVersionId: string;
            stem: {
                zh: string;
                en?: string;
            };
            /** Points */
            maxPoints: Points;
            waiting: number;
            claimed: number;
            marked: number;
            mine: number;
            holding: boolean;
        };
        ClaimedMarkingTask: {
            task: components["schemas"]["MarkingTask"] | null;
        };
        MarkingTask: {
            /** Format: uuid */
            id: string;
            scriptNo: string;
            stem: {
                zh: string;
                en?: string;
            };
            rubric: {
                criteria: {
                    id: string;
                    title: {
                        zh: string;
                        en?: string;
                    };
                    levels: {
                        /** Points */
                        points: Points;
                        text: {
                            zh: string;
                            en?: string;
                        };
                    }[];
                }[];
            };
            exemplar: {
                zh: string;
                en?: string;
            } | null;
            rationale: {
                zh: string;
                en?: string;
            };
            response: string;
            /** Points */
            maxPoints: Points;
            version: number;
            claimedUntil: number | null;
        };
        MarkedTasks: {
            rows: components["schemas"]["MarkedTask"][];
        };
        MarkedTask: {
            task: components["schemas"]["MarkingTask"];
            mark: components["schemas"]["Mark"] | null;
        };
        Mark: {
            marks: {
                [key: string]: Points;
            };
            comment: string;
            /** Points */
            points: Points;
            mine: boolean;
            mayChange: boolean;
        };
        MarkTask: {
            version: number;
            marks: {
                [key: string]: Points;
            };
            /** @default  */
            comment: string;
        };
        MarkingTaskVersion: {
            version: number;
        };
        SkipMarkingTask: {
            version: number;
            /** @enum {string} */
            reason: "illegible" | "know-the-author" | "unsure-about-rubric" | "other";
            /** @default  */
            note: string;
        };
        FlagMarkingTask: {
            /** @enum {string} */
            reason: "names-the-author" | "copied" | "threat-or-distress" | "item-unclear" | "other";
            /** @default  */
            note: string;
        };
        SessionGrading: {
            /** Format: uuid */
            sessionId: string;
            status: string;
            releasedAt: number | null;
            attempts: {
                prepared: number;
                started: number;
                submitted: number;
            };
            scored: number;
            settled: number;
            marking: {
                tasks: number;
                waiting: number;
                claimed: number;
                marked: number;
            };
            items: {
                /** Format: uuid */
                itemVersionId: string;
                stem: {
                    zh: string;
                    en?: string;
                };
                /** Points */
                maxPoints: Points;
                waiting: number;
                claimed: number;
                marked: number;
                skips: number;
                mean: Points | null;
            }[];
            flags: {
                scriptNo: string;
                /** Format: uuid */
                itemVersionId: string;
                /** @enum {string} */
                reason: "names-the-author" | "copied" | "threat-or-distress" | "item-unclear" | "other";
                note: string;
                flaggedAt: number;
            }[];
            outcomes: {
                passed: number;
                failed: number;
                incomplete: number;
            };
            components: {
                /** @enum {string} */
                code: "theory" | "practical" | "review";
                passed: number;
                failed: number;
            }[];
            distribution: {
                from: number;
                to: number;
                results: number;
            }[];
            blockers: {
                running: number;
                unscored: number;
                toMark: number;
                unsettled: number;
            };
            releasable: boolean;
        };
        SessionRelease: {
            /** Format: uuid */
            sessionId: string;
            releasedAt: number;
            results: number;
            passed: number;
        };
        MyResults: {
            rows: components["schemas"]["ResultView"][];
        };
        ResultView: {
            total: {
                /** Points */
                gained: Points;
                /** Points */
                possible: Points;
                /** Points */
                percent: Points;
            };
            /** @enum {string} */
            outcome: "passed" | "failed" | "incomplete";
            components: {
                /** @enum {string} */
                code: "theory" | "practical" | "review";
                /** Points */
                gained: Points;
                /** Points */
                possible: Points;
                /** Points */
                percent: Points;
                /** Points */
                score: Points;
                /** Points */
                outOf: Points;
                /** Points */
                passMark: Points;
                weight: number;
                passed: boolean;
            }[];
            missing: ("theory" | "practical" | "review")[];
            skills: {
                skillId: string;
                /** Points */
                gained: Points;
                /** Points */
                possible: Points;
                /** Points */
                percent: Points;
                items: number;
            }[];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            registrationId: string;
            passed: boolean;
            releasedAt: number;
            session: {
                /** Format: uuid */
                id: string;
                code: string;
                title: {
                    zh: string;
                    en?: string;
                };
                opensAt: number;
            };
            scheme: {
                /** Format: uuid */
                versionId: string;
                roleId: string;
                /** @enum {string} */
                level: "L5" | "L4" | "L3" | "L2" | "L1";
                title: {
                    zh: string;
                    en?: string;
                };
                components: {
                    /** @enum {string} */
                    code: "theory" | "practical" | "review";
                    title: {
                        zh: string;
                        en?: string;
                    };
                }[];
            };
        };
        CosignedCheckpoint: {
            checkpoint: string;
        };
        CosignatureReceipt: {
            /** @description Names of the witnesses whose signatures hold */
            accepted: string[];
        };
        VerificationQuestion: {
            number: string;
            name?: string;
            code?: string;
        };
        VerificationAnswer: {
            /** @enum {string} */
            verdict: "valid" | "not-valid" | "cannot-be-determined";
            reason: ("not-found" | "altered" | "key-compromised" | "revoked" | "suspended" | "expired" | "superseded" | "signature-not-checked" | "signed-before-compromise" | "status-not-checked" | "not-yet-valid") | null;
            checks: {
                /** @enum {string} */
                check: "log" | "holder" | "issuer" | "signature" | "status" | "validity";
                /** @enum {string} */
                outcome: "passed" | "failed" | "unknown";
            }[];
            checkedAt: number;
            statusAsOf: number | null;
            supersededBy: string | null;
            certificate: {
                number: string;
                holderName: string | null;
                title: {
                    zh: string;
                    en?: string;
                };
                /** @enum {string} */
                level: "L5" | "L4" | "L3" | "L2" | "L1";
                issuedAt: number;
                expiresAt: number | null;
            } | null;
            /** @constant */
            sandbox?: true;
        };
        InstitutionCheck: components["schemas"]["CheckByNumber"] | components["schemas"]["CheckByCredential"] | components["schemas"]["CheckByToken"];
        CheckByNumber: {
            number: string;
            name?: string;
            code?: string;
        };
        CheckByCredential: {
            credential: {
                [key: string]: unknown;
            };
        };
        CheckByToken: {
            jwt: string;
        };
        SandboxCertificates: {
            rows: {
                /** @enum {string} */
                state: "valid" | "revoked" | "suspended" | "superseded" | "expired" | "altered" | "cannot-be-determined";
                number: string;
                name: string;
                code: string;
                credential: {
                    [key: string]: unknown;
                };
                jwt: string;
            }[];
        };
        CertificateBatch: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "cancelled";
            lines: number;
            answered: number;
            createdAt: number;
            finishedAt: number | null;
            deletedAt: number;
            sandbox: boolean;
        };
        CertificateBatchPage: {
            rows: components["schemas"]["CertificateBatch"][];
            nextCursor: string | null;
            total: number | null;
        };
        AskedQueryPage: {
            rows: components["schemas"]["AskedQuery"][];
            nextCursor: string | null;
            total: number | null;
        };
        AskedQuery: {
            /** Format: uuid */
            id: string;
            at: number;
            number: string;
            /** @enum {string} */
            way: "number" | "credential" | "token" | "batch";
            askedBy: string;
            /** @enum {string} */
            verdict: "valid" | "not-valid" | "cannot-be-determined";
            reason: ("not-found" | "altered" | "key-compromised" | "revoked" | "suspended" | "expired" | "superseded" | "signature-not-checked" | "signed-before-compromise" | "status-not-checked" | "not-yet-valid") | null;
            sandbox: boolean;
        };
        CredentialContexts: {
            rows: {
                name: string;
                /** Format: uri */
                url: string;
                /** Format: uri */
                copy: string;
            }[];
        };
        MyCertificates: {
            rows: components["schemas"]["MyCertificate"][];
        };
        MyCertificate: {
            number: string;
            /** @enum {string} */
            status: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
            holderName: string;
            title: {
                zh: string;
                en?: string;
            };
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            issuedAt: number | null;
            expiresAt: number | null;
            revokedReason: string | null;
            statusReason: string | null;
            supersededBy: string | null;
            verificationUrl: string | null;
        };
        CertificatePage: {
            rows: components["schemas"]["CertificateRecord"][];
            nextCursor: string | null;
            total: number | null;
        };
        CertificateRecord: {
            number: string;
            /** @enum {string} */
            status: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
            holderName: string;
            title: {
                zh: string;
                en?: string;
            };
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            issuedAt: number | null;
            expiresAt: number | null;
            revokedReason: string | null;
            statusReason: string | null;
            supersededBy: string | null;
            /** Format: uuid */
            personId: string;
            revokedAt: number | null;
        };
        CertificateRevocation: {
            reason: string;
        };
        CertificateHistory: {
            number: string;
            /** @enum {string} */
            status: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
            holderName: string;
            title: {
                zh: string;
                en?: string;
            };
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            issuedAt: number | null;
            expiresAt: number | null;
            revokedReason: string | null;
            statusReason: string | null;
            supersededBy: string | null;
            /** Format: uuid */
            personId: string;
            revokedAt: number | null;
            replaces: string | null;
            logged: boolean;
            changes: {
                /** @enum {string} */
                kind: "suspend" | "reinstate" | "revoke" | "supersede";
                reason: string;
                at: number;
                successor: string | null;
            }[];
        };
        CertificateStatusReason: {
            reason: string;
        };
        CertificateReissue: {
            /** @enum {string} */
            kind: "lost" | "renamed";
            reason: string;
        };
        ReissuedCertificate: {
            number: string;
        };
        CertificateTemplateSummaries: {
            rows: components["schemas"]["CertificateTemplateSummary"][];
        };
        CertificateTemplateSummary: {
            scope: "default" | string;
            title: {
                zh: string;
                en?: string;
            };
            version: number | null;
            publishedAt: number | null;
            hasDraft: boolean;
        };
        CertificateTemplate: {
            scope: "default" | string;
            title: {
                zh: string;
                en?: string;
            };
            version: number | null;
            publishedAt: number | null;
            hasDraft: boolean;
            body: components["schemas"]["CertificateTemplateBody"];
            revision: number;
        };
        CertificateTemplateBody: {
            heading: {
                zh: string;
                en: string;
            };
            opening: {
                zh: string;
                en: string;
            };
            statement: {
                zh: string;
                en: string;
            };
            note: {
                zh: string;
                en: string;
            };
            colours: {
                ink: string;
                accent: string;
                ornament: string;
                paper: string;
                seal: string;
            };
            seal: string | null;
            sealText: string;
            signatures: {
                name: string;
                role: {
                    zh: string;
                    en: string;
                };
                picture: string | null;
            }[];
        };
        CertificateTemplateDraft: {
            body: components["schemas"]["CertificateTemplateBody"];
            revision: number;
        };
        CertificateTemplateRevision: {
            revision: number;
        };
        CertificateTemplatePublished: {
            version: number;
        };
        CertificateTemplatePictureInput: {
            /** Format: base64 */
            content: string;
        };
        CertificateTemplatePicture: {
            hash: string;
            width: number;
            height: number;
        };
        CertificateCohort: {
            awarded: number;
            issued: number;
            printed: number;
        };
        CertificateForms: {
            rows: components["schemas"]["CertificateForm"][];
        };
        CertificateForm: {
            /** @enum {string} */
            disclosure: "whole-score" | "whole-pass" | "masked-score" | "masked-pass";
            name: string;
            latinName: string | null;
            results: {
                name: string;
                value: string;
                outOf: string;
            }[];
        };
        AskedAbout: {
            public: number;
            institutions: {
                /** Format: uuid */
                institutionId: string;
                name: {
                    zh: string;
                    en?: string;
                };
                times: number;
                lastAt: number;
            }[];
        };
        RecheckOverview: {
            openFaults: number;
            runs: components["schemas"]["RecheckRun"][];
        };
        RecheckRun: {
            /** Format: uuid */
            id: string;
            begunAt: number;
            asked: boolean;
            examined: number;
            certificates: number;
            faults: number;
            finishedAt: number | null;
        };
        RecheckFaultPage: {
            rows: components["schemas"]["RecheckFault"][];
            nextCursor: string | null;
            total: number | null;
        };
        RecheckFault: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            part: "record" | "form" | "token" | "publication" | "pdf" | "log" | "statement";
            subject: string;
            code: string;
            firstSeenAt: number;
            lastSeenAt: number;
            mendedAt: number | null;
        };
        RenewalView: {
            number: string;
            expiresAt: number | null;
            opensAt: number;
            closesAt: number;
            renewedUntil: number;
            rule: components["schemas"]["RenewalRule"];
            hours: {
                wanted: number;
                approved: number;
                waiting: number;
                missing: number;
            };
            /** Format: date */
            countsFrom: string;
            delta: {
                changed: {
                    id: string;
                    name: {
                        zh: string;
                        en?: string;
                    };
                    shown: boolean;
                }[];
                components: {
                    /** @enum {string} */
                    code: "theory" | "practical" | "review";
                    title: {
                        zh: string;
                        en?: string;
                    };
                    passed: boolean;
                }[];
            };
            obstacles: ("not-in-force" | "too-early" | "too-late" | "hours" | "delta" | "in-the-making")[];
            records: components["schemas"]["EducationRecord"][];
            renewedAs: string | null;
        };
        RenewalRule: {
            hours: number;
            opensDaysBefore: number;
            closesDaysAfter: number;
            deltaExam: boolean;
            deltaPassPercent: number;
        };
        EducationRecord: {
            title: string;
            provider: string;
            hours: number;
            /** Format: date */
            completedOn: string;
            evidence: string;
            evidenceLink: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "waiting" | "approved" | "refused";
            handedInAt: number;
            decidedAt: number | null;
            decisionReason: string | null;
            countedIn: string | null;
        };
        EducationInput: {
            title: string;
            provider: string;
            hours: number;
            /** Format: date */
            completedOn: string;
            evidence: string;
            evidenceLink: string | null;
        };
        RenewedCertificate: {
            number: string;
        };
        EducationCasePage: {
            rows: components["schemas"]["EducationCase"][];
            nextCursor: string | null;
            total: number | null;
        };
        EducationCase: {
            title: string;
            provider: string;
            hours: number;
            /** Format: date */
            completedOn: string;
            evidence: string;
            evidenceLink: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "waiting" | "approved" | "refused";
            handedInAt: number;
            decidedAt: number | null;
            decisionReason: string | null;
            countedIn: string | null;
            holderName: string;
            certification: {
                zh: string;
                en?: string;
            };
            /** Format: uuid */
            personId: string;
        };
        EducationDecision: {
            approve: boolean;
            reason: string | null;
        };
        SchemePolicies: {
            rows: components["schemas"]["SchemePolicyView"][];
        };
        SchemePolicyView: {
            /** Format: uuid */
            schemeId: string;
            code: string;
            title: {
                zh: string;
                en?: string;
            };
            level: string;
            validityMonths: number;
            policy: components["schemas"]["SchemePolicy"];
            updatedAt: number | null;
        };
        SchemePolicy: {
            renewal: components["schemas"]["RenewalRule"];
            credits: components["schemas"]["CreditRule"];
        };
        CreditRule: {
            bands: {
                fromPercent: number;
                /** Points */
                credits: Points;
            }[];
        };
        MyAppeal: {
            number: string;
            may: boolean;
            until: number | null;
            appeal: {
                /** Format: uuid */
                id: string;
                number: string;
                /** @enum {string} */
                status: "open" | "upheld" | "refused";
                grounds: string;
                filedAt: number;
                decidedAt: number | null;
                decisionReason: string | null;
                newNumber: string | null;
            } | null;
        };
        AppealInput: {
            grounds: string;
        };
        AppealCasePage: {
            rows: components["schemas"]["AppealCase"][];
            nextCursor: string | null;
            total: number | null;
        };
        AppealCase: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            status: "open" | "upheld" | "refused";
            grounds: string;
            filedAt: number;
            decidedAt: number | null;
            decisionReason: string | null;
            newNumber: string | null;
            holderName: string;
            certification: {
                zh: string;
                en?: string;
            };
            revokedAt: number | null;
            revokedReason: string | null;
            mayDecide: boolean;
        };
        AppealDecision: {
            uphold: boolean;
            reason: string;
        };
        MyPublicPage: {
            shown: boolean;
            url: string | null;
            slug: string | null;
            /** @enum {string} */
            nameShown: "whole" | "masked";
            skillsShown: boolean;
            name: {
                whole: string;
                masked: string;
            };
            achievements: {
                /** Format: uuid */
                id: string;
                number: string;
                title: {
                    zh: string;
                    en?: string;
                };
                /** @enum {string} */
                level: "L5" | "L4" | "L3" | "L2" | "L1";
                /** @enum {string} */
                status: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
                ticked: boolean;
            }[];
        };
        PublicPageInput: {
            shown: boolean;
            slug: string | null;
            /** @enum {string} */
            nameShown: "whole" | "masked";
            achievementIds: string[];
            skillsShown: boolean;
        };
        PublicPage: {
            name: string;
            certificates: {
                number: string;
                title: {
                    zh: string;
                    en?: string;
                };
                /** @enum {string} */
                level: "L5" | "L4" | "L3" | "L2" | "L1";
                /** @enum {string} */
                status: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
                issuedAt: number | null;
                expiresAt: number | null;
            }[];
            skills: {
                id: string;
                name: {
                    zh: string;
                    en?: string;
                };
            }[];
        };
        ExportMappings: {
            rows: components["schemas"]["ExportMapping"][];
        };
        ExportMapping: {
            name: string;
            /** @enum {string} */
            encoding: "utf-8" | "gb18030";
            columns: components["schemas"]["ExportColumn"][];
            /** Format: uuid */
            id: string;
            updatedAt: number;
        };
        ExportColumn: {
            header: string;
            /** @enum {string} */
            field: "number" | "holderName" | "latinName" | "documentType" | "documentNumber" | "titleZh" | "titleEn" | "roleZh" | "levelCode" | "levelZh" | "theoryScore" | "practicalScore" | "reviewScore" | "percent" | "achievedDay" | "achievedDayCompact" | "issuedDay" | "issuedDayCompact" | "expiresDay" | "expiresDayCompact" | "status" | "institution" | "schemeCode" | "issuer" | "credits" | "skills";
        } | {
            header: string;
            constant: string;
        };
        ExportMappingInput: {
            name: string;
            /** @enum {string} */
            encoding: "utf-8" | "gb18030";
            columns: components["schemas"]["ExportColumn"][];
        };
        ExportPreviewInput: {
            columns: components["schemas"]["ExportColumn"][];
            scope: {
                /** Format: uuid */
                sessionId?: string;
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
                /** @enum {string} */
                status?: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
            };
        };
        ExportPreview: {
            header: string[];
            rows: string[][];
            total: number;
        };
        Mailbox: {
            rows: components["schemas"]["MailView"][];
        };
        MailView: {
            /** Format: uuid */
            id: string;
            to: string;
            /** @enum {string} */
            language: "zh" | "en";
            subject: string;
            text: string;
            /** @enum {string} */
            status: "waiting" | "sent" | "kept";
            createdAt: number;
        };
        WebhookList: {
            rows: components["schemas"]["Webhook"][];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
            /** @enum {string} */
            status: "active" | "disabled";
            disabledReason: ("by-hand" | "failing" | "gone") | null;
            failingSince: number | null;
            earlierSecretUntil: number | null;
            createdAt: number;
        };
        CreateWebhook: {
            url: string;
            /** @default  */
            description: string;
            events: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
        };
        NewWebhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
            /** @enum {string} */
            status: "active" | "disabled";
            disabledReason: ("by-hand" | "failing" | "gone") | null;
            failingSince: number | null;
            earlierSecretUntil: number | null;
            createdAt: number;
            secret: string;
        };
        ChangeWebhook: {
            description?: string;
            events?: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
            active?: boolean;
        };
        WebhookDelivery: {
            /** Format: uuid */
            id: string;
            messageId: string;
            type: string;
            body: string;
            /** @enum {string} */
            status: "open" | "delivered" | "failed";
            attempts: number;
            dueAt: number | null;
            createdAt: number;
            log: {
                at: number;
                tookMs: number;
                httpStatus: number | null;
                error: string | null;
                response: string | null;
            }[];
        };
        WebhookDeliveryPage: {
            rows: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
            total: number | null;
        };
        Problem: {
            type: string;
            title: string;
            titles: {
                zh: string;
                en: string;
            };
            status: number;
            instance: string;
            code: string;
            params: {
                [key: string]: string | number | boolean | null;
            };
            errors: {
                pointer: string;
                code: string;
                detail?: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Metrics.text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Description.document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Queue.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Queue.jobs": {
        parameters: {
            query?: {
                state?: "waiting" | "active" | "delayed" | "failed" | "completed";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueJobList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Queue.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Outbox.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StuckDeliveryList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Outbox.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryDelivery"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Audit.list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                actor?: string;
                action?: string;
                objectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Audit.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChainReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Accounts.page": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                search?: string;
                role?: "candidate" | "author" | "reviewer" | "exam-manager" | "invigilator" | "marker" | "institution-clerk" | "administrator" | "auditor";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Login.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Login.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Login.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Login.requestReset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordReset"];
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Login.completeReset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePasswordReset"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMe"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.endAll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.setUpTotp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginTotp"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSetUp"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.confirmTotp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotp"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.putDocument": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityDocument"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaskedDocument"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityDocument"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Accounts.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccount"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Accounts.accommodate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccommodationInput"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInstitution"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.people": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                search?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionPersonPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.createKey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.rotateKey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateApiKey"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institutions.revokeKey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Framework.overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Framework.role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Scheme.list": {
        parameters: {
            query?: {
                role?: string;
                level?: "L5" | "L4" | "L3" | "L2" | "L1";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Scheme.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Item.list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                bank?: string;
                skill?: string;
                level?: "L5" | "L4" | "L3" | "L2" | "L1";
                type?: "single-choice" | "multiple-response" | "true-false" | "text-entry" | "numeric-entry" | "match" | "order" | "inline-choice" | "extended-text";
                pool?: "practice" | "exam" | "pretest";
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Item.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Item.banks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Blueprint.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Blueprint.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBlueprint"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Blueprint.assembleForm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssembleForm"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormOutline"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Form.list": {
        parameters: {
            query?: {
                status?: "draft" | "published";
                schemeVersion?: string;
                blueprint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Form.view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Form.publishForm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.list": {
        parameters: {
            query?: {
                scheme?: string;
                status?: "draft" | "open" | "closed" | "released" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionDraft"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.openSession": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionClosing"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionCancellation"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registration.roster": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                search?: string;
                status?: "confirmed" | "withdrawn" | "cancelled";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roster"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registration.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyRegistration"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registration.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyRegistrations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registration.ticketPdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registration.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registration.rosterCsv": {
        parameters: {
            query?: {
                search?: string;
                status?: "confirmed" | "withdrawn" | "cancelled";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registration.ofInstitution": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionRegistrations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerTime"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.prepare": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartAttempt"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedAttempt"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.takeOver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOverAttempt"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedAttempt"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.live": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveAttempts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attempt.evidenceOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptEvidence"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ExamDay.status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformStatus"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ExamDay.resits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResitList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ExamDay.report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Heartbeat.beat": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Heartbeat"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeartbeatReply"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incident.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incident.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIncident"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incident.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incident.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incident.dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentDismissal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incident.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResitConfirmation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "LateAnswer.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateAnswers"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "LateAnswer.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerDecision"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "LateAnswer.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAdditionsReply"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OfflineAnswer.claim": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalPart"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOutcomes"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Paper.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.hengzheng.paper": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ResponseFile.check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadedResponseFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseFileReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ResponseFile.take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadedResponseFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseFileReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Response.saved": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptResponses"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Response.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveResponses"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedResponses"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Response.flag": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttemptFlags"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Response.enterSection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterSection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredSection"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Response.evidence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntegrityEvents"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Response.submit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitAttempt"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Response.receipt": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkingQueues"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.next": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
                itemVersionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimedMarkingTask"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedTasks"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedTask"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.mark": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkTask"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedTask"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkingTaskVersion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedTask"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.skip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipMarkingTask"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Marking.flag": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagMarkingTask"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Release.progress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionGrading"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Release.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRelease"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Result.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyResults"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Result.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Log.checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Log.key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Log.tile": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Log.proof": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Log.consistency": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                size: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Log.cosign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CosignedCheckpoint"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CosignatureReceipt"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Verification.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Verification.forInstitution": {
        parameters: {
            query?: {
                name?: string;
                code?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Verification.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionCheck"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Verification.sandboxCertificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxCertificates"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.page": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatchPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.upload": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatch"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatch"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.results": {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatch"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.asked": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                number?: string;
                from?: number;
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedQueryPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.exported": {
        parameters: {
            query?: {
                number?: string;
                from?: number;
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.issuer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/did+json": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.statusList": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vc": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.suspensionList": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vc": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.contexts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialContexts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.context": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyCertificates.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCertificates"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyCertificates.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Certificates.all": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                search?: string;
                status?: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificatePage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Certificates.revocation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateRevocation"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Certificates.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateHistory"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Certificates.suspension": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateStatusReason"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Certificates.reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateStatusReason"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Certificates.reissue": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateReissue"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReissuedCertificate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Authority.certificate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pkix-cert": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateTemplateSummaries"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scope: "default" | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateTemplate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scope: "default" | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateTemplateDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateTemplateRevision"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.publication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scope: "default" | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateTemplateRevision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateTemplatePublished"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scope: "default" | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateTemplateBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.addPicture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateTemplatePictureInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateTemplatePicture"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.picture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.progress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateCohort"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HolderDocuments.scoreReport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HolderDocuments.card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HolderCredentials.forms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForms"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HolderCredentials.credential": {
        parameters: {
            query?: {
                disclosure?: "whole-score" | "whole-pass" | "masked-score" | "masked-pass";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vc": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HolderCredentials.token": {
        parameters: {
            query?: {
                disclosure?: "whole-score" | "whole-pass" | "masked-score" | "masked-pass";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vc+jwt": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "HolderCredentials.badge": {
        parameters: {
            query?: {
                disclosure?: "whole-score" | "whole-pass" | "masked-score" | "masked-pass";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AskedAbout.about": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedAbout"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Recheck.overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecheckOverview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Recheck.now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Recheck.faults": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                search?: string;
                mended?: "yes" | "no";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecheckFaultPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyRenewal.state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewalView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyRenewal.renewal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewedCertificate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyRenewal.education": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EducationInput"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RenewalDesk.all": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "waiting" | "approved" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EducationCasePage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RenewalDesk.decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EducationDecision"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RenewalDesk.rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemePolicies"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RenewalDesk.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemePolicy"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Appeal.state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAppeal"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Appeal.appeal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealInput"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Appeal.all": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "open" | "upheld" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealCasePage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Appeal.decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDecision"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PublicPage.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPublicPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PublicPage.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicPageInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPublicPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PublicPage.shown": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Export.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportMappings"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Export.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportMappingInput"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportMapping"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Export.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportMappingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportMapping"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Export.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Export.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportPreviewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Export.outcomes": {
        parameters: {
            query?: {
                sessionId?: string;
                from?: string;
                to?: string;
                status?: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
                encoding?: "utf-8" | "gb18030";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Export.file": {
        parameters: {
            query?: {
                sessionId?: string;
                from?: string;
                to?: string;
                status?: "issuing" | "valid" | "suspended" | "revoked" | "superseded" | "expired";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mailbox.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhook"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            202: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.log": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.again": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            202: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
